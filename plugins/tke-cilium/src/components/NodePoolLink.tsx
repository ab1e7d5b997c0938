import { RiAddLine } from '@remixicon/react';
import { useTexts } from '../translation';
import { TemplateLink } from './TemplateLink';

/** The way to the template that adds nodes, with this cluster filled in. */
export function NodePoolLink(props: { variant: 'primary' | 'secondary' }) {
  const { variant } = props;
  const { t } = useTexts();
  return (
    <TemplateLink
      template="tke-nodepool"
      variant={variant}
      size={variant === 'primary' ? 'medium' : 'small'}
      icon={<RiAddLine aria-hidden />}
    >
      {t('nodePool.create')}
    </TemplateLink>
  );
}
