import { RiPriceTag3Line } from '@remixicon/react';
import { CLUSTER_ID_ANNOTATION } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { useTexts } from '../translation';
import { EmptyState } from './EmptyState';

/** The entity does not say which cluster it stands for. */
export function MissingClusterId() {
  const { t } = useTexts();
  return (
    <EmptyState
      icon={RiPriceTag3Line}
      title={t('missingAnnotation.title')}
      description={t('missingAnnotation.description', {
        annotation: CLUSTER_ID_ANNOTATION,
      })}
    />
  );
}
