import { InputError } from '@backstage/errors';
import type { Problem } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import type { CloudPhase } from './CloudPhase';

/**
 * Ends a phase that has made nothing yet because of what is wrong, and only says what does not block.
 *
 * @throws InputError that has all of it, so that everything can be corrected in one go
 */
export function refuse(
  { log }: Pick<CloudPhase, 'log'>,
  problems: readonly Problem[],
): void {
  const errors: string[] = [];
  for (const { severity, message, remedy } of problems) {
    const sentence = `${message} ${remedy}`;
    if (severity === 'error') {
      errors.push(`- ${sentence}`);
    } else {
      log.warn(sentence);
    }
  }
  if (errors.length > 0) {
    throw new InputError(['Nothing was made.', ...errors].join('\n'));
  }
}
