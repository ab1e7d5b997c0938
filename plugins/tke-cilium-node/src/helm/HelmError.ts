import { CustomErrorBase } from '@backstage/errors';

/** What kind of failure it was. @public */
export type HelmErrorReason =
  | 'NotInstalled'
  | 'ChartNotFound'
  | 'ChartUnreadable'
  | 'RepositoryUnreachable'
  | 'VersionMismatch'
  | 'ValuesRefused'
  | 'OperationInProgress'
  | 'NamespaceTerminating'
  | 'FieldConflict'
  | 'OwnedByOthers'
  | 'ApiServerUnavailable'
  | 'Forbidden'
  | 'TimedOut'
  | 'Failed';

/**
 * Helm failed. The message says what was tried and what to do next; it holds no values, no manifest
 * and no credentials.
 *
 * @public
 */
export class HelmError extends CustomErrorBase {
  name = 'HelmError' as const;
  readonly reason: HelmErrorReason;

  constructor(reason: HelmErrorReason, message: string, cause?: unknown) {
    super(message, cause);
    this.reason = reason;
  }
}

/** Whether this is a {@link HelmError}, also across copies of this package. @public */
export function isHelmError(error: unknown): error is HelmError {
  return error instanceof Error && error.name === 'HelmError';
}

const OFFLINE_FAQ =
  'Download the chart where the repository can be reached ("helm pull cilium --repo https://helm.cilium.io --version <version>"), copy the .tgz to the backend host and give its path as the chart.';

/** Texts that Helm 3 and 4 print, most telling first. */
const EXPLANATIONS: {
  pattern: RegExp;
  reason: HelmErrorReason;
  next: string;
}[] = [
  {
    pattern: /another operation \(install\/upgrade\/rollback\) is in progress/,
    reason: 'OperationInProgress',
    next: 'Somebody else runs Helm on this release, or a run was killed. Wait until it has ended, then try again.',
  },
  {
    pattern: /because it is being terminated/,
    reason: 'NamespaceTerminating',
    next: 'An earlier uninstall has not finished yet. Try again in a minute.',
  },
  {
    pattern:
      /values don't meet the specifications|execution error at|error calling|parse error|error converting YAML|error validating/,
    reason: 'ValuesRefused',
    next: 'The chart refuses these values. Correct them, then try again.',
  },
  {
    pattern:
      /chart "[^"]*"( version "[^"]*")? not found|no chart (name|version) found|improper constraint|: not found$|no cached repo found/m,
    reason: 'ChartNotFound',
    next: 'Check the name and the version of the chart.',
  },
  {
    pattern:
      /invalid ownership metadata|cannot be imported into the current release/,
    reason: 'OwnedByOthers',
    next: 'An object of that name was not made by this release. Find out who made it, remove it or rename it, then try again.',
  },
  {
    pattern:
      /conflict with "|Apply failed with \d+ conflict|conflict occurred while applying/,
    reason: 'FieldConflict',
    next: 'Somebody changed an object of the release by other means. Undo that change, or make it a value of the chart, then try again.',
  },
  {
    pattern: /is forbidden: User/,
    reason: 'Forbidden',
    next: 'Grant the user of this connection the missing permission.',
  },
  {
    pattern:
      /looks like "[^"]*" is not a valid chart repository|failed to (fetch|download|do request|perform)|no such host|dial tcp .* lookup /,
    reason: 'RepositoryUnreachable',
    next: OFFLINE_FAQ,
  },
  {
    pattern:
      /does not appear to be a gzipped archive|no files in chart archive|Chart\.yaml file is missing|(cannot|could not|unable to) load chart|gzip: invalid|unexpected EOF.*chart/i,
    reason: 'ChartUnreadable',
    next: 'Check that the file is a packaged Helm chart.',
  },
  {
    pattern:
      /cluster unreachable|connection refused|connection reset|unexpected EOF|: EOF|TLS handshake timeout|too many requests|i\/o timeout|the server is currently unable|an error on the server|Internal error occurred|internal server error|server closed|etcdserver|client connection lost|http2:/i,
    reason: 'ApiServerUnavailable',
    next: 'The API server is overloaded, starting or unreachable; try again when it is healthy.',
  },
];

/** Makes an error of what Helm printed last. */
export function explainHelmFailure(
  operation: string,
  exitCode: number | null,
  stderr: string,
): HelmError {
  const text = stderr.trim() || `it ended with code ${exitCode}`;
  const known = EXPLANATIONS.find(({ pattern }) => pattern.test(text));
  const message = `${operation} failed: ${withoutPrefix(text)}`;
  return known
    ? new HelmError(
        known.reason,
        `${message.replace(/\.$/, '')}. ${known.next}`,
      )
    : new HelmError('Failed', message);
}

function withoutPrefix(text: string): string {
  return text
    .split('\n')
    .map(line => line.replace(/^Error: /, ''))
    .filter(line => !line.startsWith('WARNING:'))
    .join('; ');
}
