import { ApiError } from './ApiError';
import { compareWithType, Mismatch } from './compareWithType';
import { ServiceVersion } from './declarations';

const MESSAGES: Readonly<Record<Mismatch['kind'], (path: string) => string>> = {
  Unknown: path => `The parameter \`${path}\` is not recognized.`,
  Missing: path => `The request is missing a required parameter \`${path}\`.`,
  Invalid: path => `The value type of parameter \`${path}\` is not valid.`,
};

/**
 * Checks a request against the SDK's own type of it.
 *
 * @throws {@link ApiError} `UnknownParameter`, `MissingParameter` or `InvalidParameter`
 */
export function validateRequest(
  service: ServiceVersion,
  action: string,
  request: object,
): void {
  for (const { kind, path } of compareWithType(
    service,
    `${action}Request`,
    request,
  )) {
    throw new ApiError(`${kind}Parameter`, MESSAGES[kind](path));
  }
}
