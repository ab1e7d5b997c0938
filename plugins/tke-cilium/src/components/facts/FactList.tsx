import { ClusterResponse } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { useTexts } from '../../translation';
import { Fact } from './Fact';
import styles from './Facts.module.css';

/** Which Cilium, installed how, on which Kubernetes. */
export function FactList(props: { cluster: ClusterResponse }) {
  const { readiness, clusterId, kubernetesVersion } = props.cluster;
  const { t } = useTexts();
  const notInstalled = readiness?.phase === 'NotInstalled';
  return (
    <dl className={styles.facts}>
      <Fact
        name={t('fact.cilium')}
        value={
          readiness?.cilium.version ??
          (notInstalled ? t('fact.notInstalled') : undefined)
        }
      />
      <Fact name={t('fact.profile')} value={readiness?.cilium.profile} />
      <Fact
        name={t('fact.kubernetes')}
        value={readiness?.kubernetesVersion ?? kubernetesVersion}
      />
      <Fact name={t('fact.cluster')} value={clusterId} />
    </dl>
  );
}
