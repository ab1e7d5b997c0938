import { ConflictError } from '@backstage/errors';
import { PreflightResult } from '@tke-cilium/backstage-plugin-tke-cilium-node';

/**
 * Fails the step when a finding blocks the installation. All of them are in the message, so that
 * whoever reads only the error can fix everything in one go.
 *
 * @throws ConflictError
 */
export function assertNothingBlocks(
  result: Pick<PreflightResult, 'problems' | 'summary'>,
): void {
  const blocking = result.problems.filter(
    ({ severity }) => severity === 'error',
  );
  if (blocking.length > 0) {
    throw new ConflictError(
      [
        `${result.summary}. Nothing was changed.`,
        ...blocking.map(({ message, remedy }) => `- ${message} ${remedy}`),
      ].join('\n'),
    );
  }
}
