import { createFinding } from '../preflight/findings';
import { Problem } from '../readiness/types';

/** How this Backstage would see and reach a cluster that is made now. @public */
export type NewClusterAccess = {
  /** Name of the account that it is made in. */
  account: string;
  /** Whether the catalog gets an entity of it. */
  hasEntity: boolean;
  /** Origin of that entity, as the catalog writes it down. */
  origin: string;
  /** Which of its addresses is used; `undefined` when an entity of that origin adds no cluster. */
  endpoint: 'intranet' | 'public' | undefined;
};

/**
 * Checks whether a cluster that is made now could be worked on, before it is made: what is missing
 * is in the configuration of the backend, not in the cluster.
 *
 * @param endpoint - the access that is going to be opened; not judged when it is not known
 *
 * @public
 */
export function checkClusterAccess(
  { account, hasEntity, origin, endpoint: configured }: NewClusterAccess,
  endpoint?: 'intranet' | 'public',
): Problem[] {
  return [
    ...(hasEntity ? [] : [createFinding('cluster-without-entity', {})]),
    ...(configured
      ? []
      : [createFinding('cluster-without-connection', { account, origin })]),
    ...(configured && endpoint && configured !== endpoint
      ? [
          createFinding('cluster-endpoint-not-used', {
            account,
            endpoint,
            configured,
          }),
        ]
      : []),
  ];
}
