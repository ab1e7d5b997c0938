import { RiAddLine } from '@remixicon/react';
import { useEntity } from '@backstage/plugin-catalog-react';
import { ACCOUNT_ANNOTATION } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { useTexts } from '../translation';
import { TemplateLink } from './TemplateLink';

/**
 * The way to the template that adds native or regular nodes. It goes through the Tencent Cloud API,
 * so there is none for a cluster whose account nobody named.
 */
export function CloudNodePoolLink() {
  const { t } = useTexts();
  const { entity } = useEntity();
  return entity.metadata.annotations?.[ACCOUNT_ANNOTATION] ? (
    <TemplateLink
      template="tke-nodepool"
      variant="secondary"
      size="small"
      icon={<RiAddLine aria-hidden />}
    >
      {t('nodePool.createInCloud')}
    </TemplateLink>
  ) : null;
}
