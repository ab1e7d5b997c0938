import { ObservedCluster } from '../ClusterBody';
import { FactList, WorkloadMeters } from '../facts';
import { NextStep } from '../NextStep';
import { ClusterLinks } from './ClusterLinks';

/** The top of the tab: which Cilium, and how much of it is ready. */
export function ContentHead(props: ObservedCluster) {
  const { cluster, readiness } = props;
  return (
    <>
      <NextStep readiness={readiness} />
      <FactList cluster={cluster} />
      {readiness.workloads.agent.image && (
        <WorkloadMeters readiness={readiness} />
      )}
      <ClusterLinks clusterId={cluster.clusterId} />
    </>
  );
}
