import { Text, VisuallyHidden } from '@backstage/ui';
import { Readiness } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { isSettling } from '../../presentation/isSettling';
import { readyTone } from '../../presentation/readyTone';
import { useTexts } from '../../translation';
import styles from './Facts.module.css';

/** Nodes, agents, Envoy and operator: how many are ready of how many that should be. */
export function WorkloadMeters(props: { readiness: Readiness }) {
  const { nodes, workloads, phase } = props.readiness;
  const { t } = useTexts();
  const meters = [
    {
      name: t('workload.nodes'),
      desired: nodes.length,
      ready: nodes.filter(({ ready }) => ready).length,
      exists: true,
    },
    ...(['agent', 'envoy', 'operator'] as const).map(kind => ({
      name: t(`workload.${kind}`),
      desired: workloads[kind].desired,
      ready: workloads[kind].ready,
      exists: workloads[kind].image !== undefined,
    })),
  ];
  return (
    <ul className={styles.meters} aria-label={t('workload.title')}>
      {meters.map(meter => (
        <li key={meter.name} className={styles.meter}>
          <Text as="p" variant="body-small" color="secondary">
            {meter.name}
          </Text>
          <Meter {...meter} settling={isSettling(phase)} />
        </li>
      ))}
    </ul>
  );
}

function Meter(props: {
  desired: number;
  ready: number;
  exists: boolean;
  settling: boolean;
}) {
  const { desired, ready, exists, settling } = props;
  const { t } = useTexts();
  if (!exists) {
    return (
      <Text as="p" variant="title-x-small" color="secondary">
        {t('workload.absent')}
      </Text>
    );
  }
  return (
    <>
      <Text as="p" variant="title-x-small" className={styles.count} aria-hidden>
        {ready}
        <span className={styles.desired}>/{desired}</span>
      </Text>
      <VisuallyHidden>
        {t('workload.readyOf', {
          ready: String(ready),
          desired: String(desired),
        })}
      </VisuallyHidden>
      <span
        aria-hidden
        className={styles.bar}
        data-tone={readyTone(ready, desired, settling)}
      >
        <span style={{ width: `${desired ? (100 * ready) / desired : 0}%` }} />
      </span>
    </>
  );
}
