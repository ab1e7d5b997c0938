import { Text } from '@backstage/ui';
import { Readiness } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { isSettling } from '../../presentation/isSettling';
import { readyTone } from '../../presentation/readyTone';
import { useTexts } from '../../translation';
import { StatusLabel } from '../state';
import styles from './Facts.module.css';

/** The workloads of the Cilium chart, with the image they run. */
export function WorkloadList(props: { readiness: Readiness }) {
  const { workloads, phase } = props.readiness;
  const { t } = useTexts();
  return (
    <ul className={styles.rows} aria-label={t('workload.title')}>
      {(['agent', 'envoy', 'operator'] as const).map(kind => {
        const { desired, ready, image } = workloads[kind];
        return (
          <li key={kind} className={styles.row}>
            <div className={styles.rowHead}>
              <Text variant="body-medium" weight="bold">
                {t(`workload.${kind}`)}
              </Text>
              <StatusLabel
                tone={readyTone(ready, image ? desired : 0, isSettling(phase))}
              >
                {image
                  ? t('workload.readyOf', {
                      ready: String(ready),
                      desired: String(desired),
                    })
                  : t('workload.absent')}
              </StatusLabel>
            </div>
            {image && (
              <Text
                as="p"
                variant="body-small"
                color="secondary"
                className={styles.image}
              >
                {image}
              </Text>
            )}
          </li>
        );
      })}
    </ul>
  );
}
