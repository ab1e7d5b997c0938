import { CustomErrorBase } from '@backstage/errors';
import { maskUserNames } from '../tencentCloud/maskAccountIds';

/** Options of {@link KubernetesError}. @public */
export type KubernetesErrorOptions = {
  clusterId: string;
  /** What was tried, for example `patch`. */
  verb: string;
  /** On what, for example `daemonsets.apps kube-system/kube-proxy`. */
  object: string;
  /** HTTP status. `undefined`: there was no answer. */
  status?: number;
  /** `reason` of the server's Status, or the kind of connection error, for example `ECONNRESET`. */
  reason: string;
  /** What the server or the connection said. */
  detail: string;
  retryAfterSeconds?: number;
  cause?: unknown;
};

/**
 * A request to a cluster's API server failed. The message says what was tried where, why it failed
 * and what to do next; it carries no secret.
 *
 * @public
 */
export class KubernetesError extends CustomErrorBase {
  name = 'KubernetesError' as const;
  readonly clusterId: string;
  readonly verb: string;
  readonly object: string;
  readonly status?: number;
  readonly reason: string;
  readonly retryAfterSeconds?: number;

  constructor(options: KubernetesErrorOptions) {
    super(describe(options), options.cause);
    this.clusterId = options.clusterId;
    this.verb = options.verb;
    this.object = options.object;
    this.status = options.status;
    this.reason = options.reason;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

function describe(options: KubernetesErrorOptions): string {
  const { clusterId, verb, object, status, reason, detail } = options;
  const answer = status === undefined ? reason : `${status} ${reason}`;
  const next = nextStep(options);
  return `Cluster ${clusterId}: could not ${verb} ${object}: ${maskUserNames(
    detail,
  ).replace(/\.$/, '')} (${answer}).${next ? ` ${next}` : ''}`;
}

function nextStep(options: KubernetesErrorOptions): string | undefined {
  const { status, reason, verb, object } = options;
  if (status === undefined && isCertificateProblem(reason)) {
    return 'Put the certificate authority of this API server into the kubeconfig; the check of its certificate cannot be switched off.';
  }
  switch (status) {
    case undefined:
      return 'Check that the API server is running and that the backend host can reach the address in the kubeconfig.';
    case 401:
      return 'Renew the credentials in the kubeconfig of this connection.';
    case 403:
      return `Grant the user of this connection the verb "${verb}" on ${object}.`;
    case 404:
      return 'Check that this kind of object is registered in the cluster and that the object exists.';
    case 409:
      return 'Somebody else changed the object or owns its fields. Look at its managedFields, then try again.';
    case 429:
    case 500:
    case 502:
    case 503:
    case 504:
      return 'The API server is overloaded or starting; try again when it is healthy.';
    default:
      return undefined;
  }
}

/** Whether this is a {@link KubernetesError}, also across copies of this package. @public */
export function isKubernetesError(error: unknown): error is KubernetesError {
  return error instanceof Error && error.name === 'KubernetesError';
}

/**
 * Whether the object was not what the change expected: read it again and decide anew.
 *
 * @remarks
 * A failed `test` operation of a JSON patch comes as 422 `Invalid`, not as 409.
 *
 * @public
 */
export function isConflict(error: unknown): boolean {
  return (
    isKubernetesError(error) &&
    (error.status === 409 || (error.status === 422 && error.verb === 'patch'))
  );
}

/** Whether the user of the connection may not do this. @public */
export function isForbidden(error: unknown): boolean {
  return isKubernetesError(error) && error.status === 403;
}

/** Whether a connection error says that the server's certificate is not trusted: OpenSSL's codes. */
export function isCertificateProblem(reason: string): boolean {
  return /CERT|VERIFY|SELF_SIGNED|^ERR_TLS/.test(reason);
}
