import {
  RemixiconComponentType,
  RiLinkUnlinkM,
  RiLockLine,
  RiLoginCircleLine,
  RiRefreshLine,
  RiSignalWifiErrorLine,
  RiWifiOffLine,
} from '@remixicon/react';
import { Button } from '@backstage/ui';
import { RequestFailure } from '../data';
import { useTexts } from '../translation';
import { EmptyState } from './EmptyState';
import { FailureText } from './FailureText';

const ICON_OF_KIND: Record<RequestFailure['kind'], RemixiconComponentType> = {
  forbidden: RiLockLine,
  unauthenticated: RiLoginCircleLine,
  'not-found': RiLinkUnlinkM,
  'no-answer': RiWifiOffLine,
  unavailable: RiSignalWifiErrorLine,
};

/** Why nothing can be shown of a cluster, and what to do. */
export function ClusterFailure(props: {
  clusterId: string;
  failure: RequestFailure;
  fetching: boolean;
  onRetry: () => void;
}) {
  const { clusterId, failure, fetching, onRetry } = props;
  const { t } = useTexts();
  const parameters = { clusterId, reason: failure.message };
  return (
    <EmptyState
      role="alert"
      icon={ICON_OF_KIND[failure.kind]}
      title={t(`failure.${failure.kind}.title`)}
      description={
        <FailureText failure={failure}>
          {t(`failure.${failure.kind}.description`, parameters)}
        </FailureText>
      }
      action={
        <Button
          size="small"
          variant="secondary"
          iconStart={<RiRefreshLine aria-hidden />}
          isPending={fetching}
          onPress={onRetry}
        >
          {t('failure.retry')}
        </Button>
      }
    />
  );
}
