import {
  ClusterSnapshot,
  CollectionName,
  CollectionState,
} from '../snapshot/types';
import { createProblem } from './problems/catalogue';
import { Problem } from './types';

/** Without these nobody can say that the network is fine. */
const ESSENTIAL: ReadonlySet<CollectionName> = new Set<CollectionName>([
  'nodes',
  'pods',
  'daemonSets',
  'deployments',
  'configMaps',
  'customResourceDefinitions',
]);

/** A problem for every kind of object that cannot be read. */
export function readabilityProblems({
  collections,
  connection,
}: ClusterSnapshot): Problem[] {
  // Of a cluster that does not answer nothing can be read, which one problem says already.
  if (connection.state !== 'connected') {
    return [];
  }
  return (
    Object.entries(collections) as [CollectionName, CollectionState][]
  ).flatMap(([collection, { state, message }]) => {
    if (state !== 'forbidden' && state !== 'failed') {
      return [];
    }
    return [
      createProblem(
        state === 'forbidden' ? 'permission-missing' : 'read-failed',
        { collection, detail: message ?? '' },
        ESSENTIAL.has(collection) ? 'error' : 'warning',
      ),
    ];
  });
}
