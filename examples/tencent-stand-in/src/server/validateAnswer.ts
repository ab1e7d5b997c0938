import { ApiError } from './ApiError';
import { compareWithType } from './compareWithType';
import { ServiceVersion } from './declarations';

/**
 * Checks that an answer has nothing that the SDK's own type of it has not: the product shall not learn
 * here what the cloud does not know. Like the cloud, it may leave things out, or give them as null.
 *
 * @throws {@link ApiError} `FailedOperation.UnknownAnswer`
 */
export function validateAnswer(
  service: ServiceVersion,
  action: string,
  answer: object,
): void {
  for (const { kind, path, content } of compareWithType(
    service,
    `${action}Response`,
    answer,
  )) {
    if (kind !== 'Missing' && content !== null) {
      throw new ApiError(
        'FailedOperation.UnknownAnswer',
        `\`${path}\` is not of an answer to ${action}, or not of this type.`,
      );
    }
  }
}
