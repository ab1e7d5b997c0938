import { Alert, Button } from '@backstage/ui';
import { RequestFailure } from '../../data';
import { ClusterView } from '../../presentation/clusterView';
import { useTexts } from '../../translation';
import { FailureText } from '../FailureText';

/** Why what is shown may not be the present, if it may not. */
export function StateNotice(props: {
  view: ClusterView;
  now: number;
  failure: RequestFailure | undefined;
  onRetry: () => void;
}) {
  const { view, now, failure, onRetry } = props;
  const { t, age } = useTexts();

  if (view.phase === 'Unreachable') {
    const { lastKnown } = view;
    return lastKnown && view.observedAt !== undefined ? (
      <Alert
        status="warning"
        icon
        title={t('lost.lastKnown', {
          phase: t(`phase.${lastKnown.phase}`),
          age: age(now - view.observedAt),
        })}
        description={t('lost.description')}
      />
    ) : (
      <Alert status="warning" icon title={t('lost.nothing')} />
    );
  }
  if (failure) {
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
  if (view.stale && view.observedAt !== undefined) {
    return (
      <Alert
        status="warning"
        icon
        title={t('stale.title')}
        description={t('stale.description', {
          age: age(now - view.observedAt),
        })}
      />
    );
  }
  return null;
}
