import { RiDownload2Line } from '@remixicon/react';
import { Text } from '@backstage/ui';
import { useTexts } from '../translation';
import { TemplateLink } from './TemplateLink';

/** The way to the template that installs Cilium, with this cluster filled in. */
export function InstallLink() {
  const { t } = useTexts();
  return (
    <TemplateLink
      template="tke-cilium-install"
      variant="primary"
      icon={<RiDownload2Line aria-hidden />}
      forbidden={
        <Text as="p" variant="body-medium" color="secondary">
          {t('install.forbidden')}
        </Text>
      }
    >
      {t('install.action')}
    </TemplateLink>
  );
}
