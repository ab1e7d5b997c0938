import { Readiness } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { useTexts } from '../../translation';
import { ObservedCluster } from '../ClusterBody';
import { FactList, WorkloadMeters } from '../facts';
import { NextStep } from '../NextStep';
import { Section } from '../Section';
import { NodePoolTable, NoNodePools } from '../tables';

/** More pools than this are folded away, so that the card stays one screenful. */
const FOLDED_NODE_POOLS = 5;

/** What the card says below its headline and problems. */
export function CardFacts(props: ObservedCluster) {
  const { cluster, readiness } = props;
  return (
    <>
      <NextStep readiness={readiness} />
      <FactList cluster={cluster} />
      {cluster.observedAt && <CardNumbers readiness={readiness} />}
    </>
  );
}

/** How much of it is there. Nothing of this is known of a cluster that was never reached. */
function CardNumbers(props: { readiness: Readiness }) {
  const { readiness } = props;
  const { t } = useTexts();
  return (
    <>
      {readiness.workloads.agent.image && (
        <WorkloadMeters readiness={readiness} />
      )}
      <Section title={t('nodePool.title')}>
        {readiness.nodePools.length > 0 ? (
          <NodePoolTable
            nodePools={readiness.nodePools}
            folded={FOLDED_NODE_POOLS}
          />
        ) : (
          <NoNodePools readiness={readiness} />
        )}
      </Section>
    </>
  );
}
