import { RiDownload2Line } from '@remixicon/react';
import { ButtonLink } from '@backstage/ui';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useRouteRef } from '@backstage/core-plugin-api';
import { templateRouteRef } from '../routes';
import { useTexts } from '../translation';
import styles from './Layout.module.css';

/** The way to the template that installs Cilium, with this cluster filled in. */
export function InstallLink() {
  const { t } = useTexts();
  const { entity } = useEntity();
  const template = useRouteRef(templateRouteRef);
  if (!template) {
    return null;
  }
  const formData = JSON.stringify({ cluster: stringifyEntityRef(entity) });
  return (
    <ButtonLink
      variant="primary"
      className={styles.action}
      iconStart={<RiDownload2Line aria-hidden />}
      href={`${template({
        namespace: 'default',
        templateName: 'tke-cilium-install',
      })}?formData=${encodeURIComponent(formData)}`}
    >
      {t('install.action')}
    </ButtonLink>
  );
}
