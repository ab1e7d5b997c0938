import { ReactElement } from 'react';
import { ButtonLink } from '@backstage/ui';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useRouteRef } from '@backstage/core-plugin-api';
import { templateRouteRef } from '../routes';
import styles from './Layout.module.css';

/** The way to a template with this cluster filled in. Nothing where there is no scaffolder. */
export function TemplateLink(props: {
  template: 'tke-cilium-install' | 'tke-karpenter-nodepool';
  variant: 'primary' | 'secondary';
  size?: 'small' | 'medium';
  icon?: ReactElement;
  children: string;
}) {
  const { template, variant, size = 'medium', icon, children } = props;
  const { entity } = useEntity();
  const pageOf = useRouteRef(templateRouteRef);
  if (!pageOf) {
    return null;
  }
  const formData = JSON.stringify({ cluster: stringifyEntityRef(entity) });
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
      {children}
    </ButtonLink>
  );
}
