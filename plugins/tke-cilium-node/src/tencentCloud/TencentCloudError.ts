import { CustomErrorBase } from '@backstage/errors';
import { maskAccountIds } from './maskAccountIds';
import { nextStep } from './nextStep';

/**
 * What failed: the API refused (`api`), another status than 200 came (`http`), no answer came
 * (`network`, `timeout`), the answer was not one of this API (`protocol`), or nothing was called
 * because there were no credentials to sign with: they were refused (`credentials`), or who gives
 * them did not answer (`credentials-unreachable`).
 *
 * @public
 */
export type TencentCloudErrorKind =
  | 'api'
  | 'http'
  | 'network'
  | 'timeout'
  | 'protocol'
  | 'credentials'
  | 'credentials-unreachable';

/** Options of {@link TencentCloudError}. @public */
export type TencentCloudErrorOptions = {
  kind: TencentCloudErrorKind;
  /** Name of the account in the configuration. Its id and keys stay out of messages. */
  account: string;
  region: string;
  /** For example `DescribeClusters`. */
  action: string;
  /** What the action was about, for example `cluster cls-abcdefgh`. */
  subject?: string;
  /** Code of the answer, for example `ResourceUnavailable.ClusterState`. */
  code?: string;
  requestId?: string;
  httpStatus?: number;
  /** What the API or the connection said. Ids of accounts in it are masked. */
  detail: string;
};

/**
 * A call of the Tencent Cloud API failed. The message says what was called for what, why it failed
 * and what to do next; code and request id are in it because Tencent Cloud's support asks for them.
 *
 * @public
 */
export class TencentCloudError extends CustomErrorBase {
  name = 'TencentCloudError' as const;
  readonly kind: TencentCloudErrorKind;
  readonly action: string;
  /** Code of the API's answer to the action. Not that of an answer to a call for credentials. */
  readonly code?: string;
  readonly requestId?: string;
  readonly httpStatus?: number;

  constructor(options: TencentCloudErrorOptions) {
    super(describe(options));
    this.kind = options.kind;
    this.action = options.action;
    this.code = options.kind === 'api' ? options.code : undefined;
    this.requestId = options.requestId;
    this.httpStatus = options.httpStatus;
  }
}

/** Whether this is a {@link TencentCloudError}, also across copies of this package. @public */
export function isTencentCloudError(
  error: unknown,
): error is TencentCloudError {
  return error instanceof Error && error.name === 'TencentCloudError';
}

/**
 * Whether the API says that there is no such cluster. Different actions put different words before
 * `ClusterNotFound`.
 *
 * @public
 */
export function isClusterNotFound(error: unknown): boolean {
  return (
    isTencentCloudError(error) &&
    error.code?.endsWith('.ClusterNotFound') === true
  );
}

/** Whether the API says that what a call was about is not there. */
export function isNotFound(error: unknown): boolean {
  return isTencentCloudError(error) && /NotFound$/.test(error.code ?? '');
}

function describe(options: TencentCloudErrorOptions): string {
  const { account, region, action, subject, detail } = options;
  const about = subject ? ` for ${subject}` : '';
  const facts = [
    options.code,
    options.httpStatus !== undefined && `HTTP ${options.httpStatus}`,
    options.requestId && `RequestId ${options.requestId}`,
  ].filter(Boolean);
  const next = nextStep(options);
  return `Tencent Cloud account "${account}", region ${region}: ${action}${about} failed: ${onOneLine(
    maskAccountIds(detail),
  )}${facts.length ? ` (${facts.join(', ')})` : ''}.${next ? ` ${next}` : ''}`;
}

function onOneLine(text: string): string {
  return text
    .trim()
    .replace(/\s*\n\s*/g, '; ')
    .replace(/\.$/, '');
}
