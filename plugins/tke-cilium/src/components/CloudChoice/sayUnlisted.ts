import { CloudChoicesState } from '../../data';
import { Texts } from '../../translation';

/** Why there is no list, in one sentence; `undefined` if there is one, or it is on its way. */
export function sayUnlisted(
  t: Texts['t'],
  state: CloudChoicesState,
): string | undefined {
  const { answer, failure } = state;
  if (failure) {
    const { kind, message, requestId } = failure;
    const reason = requestId
      ? `${message}. ${t('failure.requestId', { requestId })}`
      : message;
    return t(`choice.failure.${kind}`, { reason });
  }
  return answer?.missing && t(`choice.missing.${answer.missing}`);
}
