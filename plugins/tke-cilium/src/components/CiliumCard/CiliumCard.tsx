import { RiArrowRightLine } from '@remixicon/react';
import { ButtonLink } from '@backstage/ui';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useCluster } from '../../data';
import { detailsRouteRef } from '../../routes';
import { useTexts } from '../../translation';
import { Card } from '../Card';
import { ClusterBody } from '../ClusterBody';
import { MissingClusterId } from '../MissingClusterId';
import { SimulationMark } from '../SimulationMark';
import { ObservationAge } from '../state';
import { useClusterId } from '../useClusterId';
import { CardFacts } from './CardFacts';

/** More problems than this are folded away, so that the card stays one screenful. */
const FOLDED_PROBLEMS = 3;

/** The card on a cluster's page that says in three seconds whether its network is fine. */
export function CiliumCard() {
  const clusterId = useClusterId();
  const { t } = useTexts();
  return clusterId ? (
    <ClusterCard clusterId={clusterId} />
  ) : (
    <Card title={t('title')}>
      <MissingClusterId />
    </Card>
  );
}

function ClusterCard(props: { clusterId: string }) {
  const { clusterId } = props;
  const { t } = useTexts();
  const feed = useCluster(clusterId);
  const details = useRouteRef(detailsRouteRef);
  const observedAt = feed.cluster?.observedAt;
  return (
    <Card
      title={t('title')}
      headerActions={
        <>
          <SimulationMark />
          {observedAt && <ObservationAge observedAt={Date.parse(observedAt)} />}
        </>
      }
      footerActions={
        details &&
        feed.cluster?.readiness && (
          <ButtonLink
            size="small"
            variant="tertiary"
            href={details()}
            iconEnd={<RiArrowRightLine aria-hidden />}
          >
            {t('card.details')}
          </ButtonLink>
        )
      }
    >
      <ClusterBody
        clusterId={clusterId}
        feed={feed}
        foldedProblems={FOLDED_PROBLEMS}
      >
        {observed => <CardFacts {...observed} />}
      </ClusterBody>
    </Card>
  );
}
