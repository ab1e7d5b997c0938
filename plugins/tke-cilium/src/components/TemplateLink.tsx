import { ReactElement, ReactNode } from 'react';
import { ButtonLink, Skeleton } from '@backstage/ui';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useRouteRef } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  TkeClusterPermission,
  tkeCiliumClusterInstallPermission,
  tkeCiliumNodePoolCreatePermission,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { Template } from '../presentation/curingTemplate';
import { templateForm } from '../presentation/templateForm';
import { templateRouteRef } from '../routes';
import styles from './Layout.module.css';
import { useClusterId } from './useClusterId';

const PERMISSION_FOR = {
  'tke-cilium-install': tkeCiliumClusterInstallPermission,
  'tke-nodepool': tkeCiliumNodePoolCreatePermission,
} satisfies Record<Template, TkeClusterPermission>;

/** The way to a template with this cluster filled in. Nothing where there is no scaffolder. */
export function TemplateLink(props: {
  template: Template;
  variant: 'primary' | 'secondary';
  size?: 'small' | 'medium';
  icon?: ReactElement;
  /** In place of the link, for who may not do what the template does. Default: nothing. */
  forbidden?: ReactNode;
  children: string;
}) {
  const { template, variant, size = 'medium', icon, forbidden } = props;
  const { entity } = useEntity();
  const pageOf = useRouteRef(templateRouteRef);
  const { allowed, loading } = usePermission({
    permission: PERMISSION_FOR[template],
    resourceRef: useClusterId(),
  });
  if (!pageOf) {
    return null;
  }
  if (loading) {
    return <Skeleton width={128} height={size === 'small' ? 32 : 40} />;
  }
  if (!allowed) {
    return forbidden ?? null;
  }
  const formData = JSON.stringify(templateForm(template, entity));
  return (
    <ButtonLink
      size={size}
      variant={variant}
      className={styles.action}
      iconStart={icon}
      href={`${pageOf({
        namespace: 'default',
        templateName: template,
      })}?formData=${encodeURIComponent(formData)}`}
    >
      {props.children}
    </ButtonLink>
  );
}
