import { Text } from '@backstage/ui';
import { RequestFailure } from '../data';
import { useTexts } from '../translation';
import layout from './Layout.module.css';

/** What went wrong, and the id under which the platform team finds it in the log. */
export function FailureText(props: {
  failure: RequestFailure;
  children: string;
}) {
  const { failure, children } = props;
  const { t } = useTexts();
  const traceOf = () => {
    if (failure.requestId) {
      return t('failure.requestId', { requestId: failure.requestId });
    }
    return failure.kind === 'no-answer' ? t('failure.noRequestId') : undefined;
  };
  const trace = traceOf();
  return (
    <>
      {children}
      {trace && (
        <Text
          as="span"
          variant="body-small"
          color="secondary"
          className={layout.ownLine}
        >
          {' '}
          {trace}
        </Text>
      )}
    </>
  );
}
