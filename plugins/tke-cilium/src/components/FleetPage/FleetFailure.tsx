import {
  RiLockLine,
  RiLoginCircleLine,
  RiSignalWifiErrorLine,
  RiWifiOffLine,
} from '@remixicon/react';
import { Alert, Button } from '@backstage/ui';
import { RequestFailure } from '../../data';
import { useTexts } from '../../translation';
import { EmptyState } from '../EmptyState';
import { FailureText } from '../FailureText';

/** Why no cluster can be shown, and what to do. */
export function FleetFailure(props: {
  failure: RequestFailure;
  fetching: boolean;
  onRetry: () => void;
}) {
  const { failure, fetching, onRetry } = props;
  const { t } = useTexts();
  const saying = {
    forbidden: {
      icon: RiLockLine,
      title: t('fleet.forbidden.title'),
      description: t('fleet.forbidden.description'),
    },
    unauthenticated: {
      icon: RiLoginCircleLine,
      title: t('failure.unauthenticated.title'),
      description: t('failure.unauthenticated.description'),
    },
    'no-answer': {
      icon: RiWifiOffLine,
      title: t('failure.no-answer.title'),
      description: failure.message,
    },
    unavailable: {
      icon: RiSignalWifiErrorLine,
      title: t('fleet.unavailable'),
      description: failure.message,
    },
  };
  // An installation without the route is one that cannot answer.
  const { icon, title, description } =
    saying[failure.kind === 'not-found' ? 'unavailable' : failure.kind];
  return (
    <EmptyState
      role="alert"
      icon={icon}
      title={title}
      description={<FailureText failure={failure}>{description}</FailureText>}
      action={
        <Button
          size="small"
          variant="secondary"
          isPending={fetching}
          onPress={onRetry}
        >
          {t('failure.retry')}
        </Button>
      }
    />
  );
}

/** What is shown is the last answer, not the newest. */
export function FleetRefreshFailure(props: {
  failure: RequestFailure;
  onRetry: () => void;
}) {
  const { failure, onRetry } = props;
  const { t } = useTexts();
  return (
    <Alert
      status="warning"
      icon
      title={t('failure.refreshTitle')}
      description={
        <FailureText failure={failure}>
          {t('failure.refreshDescription', { reason: failure.message })}
        </FailureText>
      }
      customActions={
        <Button size="small" variant="tertiary" onPress={onRetry}>
          {t('failure.retry')}
        </Button>
      }
    />
  );
}
