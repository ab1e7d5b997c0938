import { createFinding } from './findings';
import { Problem } from '../readiness/types';
import {
  ClusterSnapshot,
  CollectionName,
  CollectionState,
} from '../snapshot/types';

/** Without these nobody can say whether an install is safe. */
const ESSENTIAL: readonly string[] = [
  'daemonSets',
  'nodes',
  'endpointSlices',
  'configMaps',
  'helmReleases',
] satisfies CollectionName[];

/** What could not be read. What is not essential to an install is only shown as unknown later. */
export function checkAccess({ collections }: ClusterSnapshot): Problem[] {
  return Object.entries(collections).flatMap(([collection, state]) =>
    checkCollection(collection, state, ESSENTIAL.includes(collection)),
  );
}

function checkCollection(
  collection: string,
  { state, message }: CollectionState,
  essential: boolean,
): Problem[] {
  if (state === 'forbidden') {
    return [
      createFinding(
        'permission-missing',
        { collection, detail: message ?? '' },
        essential ? 'error' : 'warning',
      ),
    ];
  }
  return essential && state !== 'synced'
    ? [
        createFinding('collection-unknown', {
          collection,
          detail: message ?? state,
        }),
      ]
    : [];
}
