import { Text } from '@backstage/ui';
import { RequestFailure } from '../data';
import { useTexts } from '../translation';

/** What went wrong, and the id under which the platform team finds it in the log. */
export function FailureText(props: {
  failure: RequestFailure;
  children: string;
}) {
  const { failure, children } = props;
  const { t } = useTexts();
  return (
    <>
      {children}
      {failure.logId && (
        <Text as="span" variant="body-small" color="secondary">
          {' '}
          {t('failure.logId', { logId: failure.logId })}
        </Text>
      )}
    </>
  );
}
