import { Text } from '@backstage/ui';
import { ClusterResponse } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { useTexts } from '../../translation';
import styles from './Facts.module.css';

/** Which Cilium, installed how, on which Kubernetes. */
export function FactList(props: {
  cluster: ClusterResponse;
  /** Also what only few need to know. */
  detailed?: boolean;
}) {
  const { readiness, clusterId, kubernetesVersion } = props.cluster;
  const { t } = useTexts();
  const cilium = readiness?.cilium;
  const release = cilium?.release;
  const notInstalled = readiness?.phase === 'NotInstalled';
  const facts: [string, string | false | undefined][] = [
    [
      t('fact.cilium'),
      cilium?.version ?? (notInstalled ? t('fact.notInstalled') : undefined),
    ],
    [t('fact.profile'), cilium?.profile],
    [
      t('fact.release'),
      props.detailed &&
        release &&
        t('fact.releaseValue', {
          revision: String(release.revision),
          status: release.status,
        }),
    ],
    [t('fact.kubernetes'), readiness?.kubernetesVersion ?? kubernetesVersion],
    [t('fact.cluster'), clusterId],
  ];
  return (
    <dl className={styles.facts}>
      {facts
        .filter(([, value]) => value)
        .map(([name, value]) => (
          <div key={name} className={styles.fact}>
            <dt>
              <Text variant="body-small" color="secondary">
                {name}
              </Text>
            </dt>
            <dd>
              <Text variant="body-medium">{value}</Text>
            </dd>
          </div>
        ))}
    </dl>
  );
}
