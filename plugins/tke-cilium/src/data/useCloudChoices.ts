import { useCallback, useEffect, useState } from 'react';
import { useApiHolder } from '@backstage/core-plugin-api';
import { CloudChoiceSource, FormValues, scopeValuesOf } from './findCloudScope';
import { CloudChoices, loadCloudChoices } from './loadCloudChoices';
import { RequestFailure, toRequestFailure } from './RequestFailure';

/** Neither: the list is on its way. */
export type CloudChoicesState = {
  answer?: CloudChoices;
  failure?: RequestFailure;
};

/**
 * What a field of a form chooses from, anew whenever the rest of the form names another place.
 *
 * @param values - of the whole form
 */
export function useCloudChoices(
  source: CloudChoiceSource,
  values: FormValues,
): CloudChoicesState & {
  /** Reads the list again if it is no longer fresh; what is known stays until then. */
  refresh: () => void;
} {
  const { kind, cluster, subnet } = source;
  const apis = useApiHolder();
  const [state, setState] = useState<CloudChoicesState & { place?: string }>(
    {},
  );
  const [reading, setReading] = useState(0);
  const names = [...scopeValuesOf(source), subnet];
  const place = JSON.stringify(
    names.flatMap(name => (name ? [[name, values[name]]] : [])),
  );

  useEffect(() => {
    let current = true;
    const relevant = Object.fromEntries(JSON.parse(place));
    loadCloudChoices(apis, { kind, cluster, subnet }, relevant).then(
      answer => current && setState({ place, answer }),
      error => current && setState({ place, failure: toRequestFailure(error) }),
    );
    return () => {
      current = false;
    };
  }, [apis, kind, cluster, subnet, place, reading]);

  const refresh = useCallback(() => setReading(count => count + 1), []);
  // What another place has to choose from must not be offered here for even a moment.
  const { answer, failure } = state.place === place ? state : {};
  return { answer, failure, refresh };
}
