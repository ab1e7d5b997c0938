import { ObservedCluster } from '../ClusterBody';
import { FactList, WorkloadMeters } from '../facts';
import { InstallLink } from '../InstallLink';

/** The top of the tab: which Cilium, and how much of it is ready. */
export function ContentHead(props: ObservedCluster) {
  const { cluster, readiness } = props;
  return (
    <>
      {readiness.phase === 'NotInstalled' && <InstallLink />}
      <FactList cluster={cluster} detailed />
      {readiness.workloads.agent.image && (
        <WorkloadMeters readiness={readiness} />
      )}
    </>
  );
}
