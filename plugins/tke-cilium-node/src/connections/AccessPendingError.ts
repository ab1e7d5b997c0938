import { ServiceUnavailableError } from '@backstage/errors';

/**
 * The way to a cluster is not there yet, as while the cluster is being started: nothing is wrong, and
 * it is looked for again.
 */
export class AccessPendingError extends ServiceUnavailableError {}
