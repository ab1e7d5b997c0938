import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useSearchParams } from 'react-router-dom';
import { SortDescriptor } from '@backstage/ui';
import { FleetFilter } from '../../presentation/fleet';

/** What is asked of the fleet, and how to ask for something else. */
export type FleetQuery = {
  filter: FleetFilter;
  sort: SortDescriptor;
  change(filter: Partial<FleetFilter>): void;
  sortBy(sort: SortDescriptor): void;
  reset(): void;
};

const STATE = 'state';
const SORT = 'sort';

/**
 * Filter and order of the fleet, kept in the address of the page: a link shows a colleague the same
 * clusters. Changes replace the entry of the browser's history, so that "back" leaves the page.
 *
 * @param initialFilter - what is asked for when the address asks for nothing
 */
export function useFleetQuery(
  initialFilter: Partial<FleetFilter> | undefined,
): FleetQuery {
  const [parameters, setParameters] = useSearchParams();

  const update = useCallback(
    (edit: (next: URLSearchParams) => void) =>
      setParameters(
        previous => {
          const next = new URLSearchParams(previous);
          edit(next);
          return next;
        },
        { replace: true },
      ),
    [setParameters],
  );

  const isFirst = useRef(true);
  useEffect(() => {
    if (isFirst.current && initialFilter && [...parameters].length === 0) {
      update(next => writeFilter(next, initialFilter));
    }
    isFirst.current = false;
  }, [initialFilter, parameters, update]);

  return useMemo(() => {
    const sort = parameters.get(SORT) ?? 'phase';
    return {
      filter: {
        phases: parameters.getAll(STATE),
        region: parameters.get('region') ?? '',
        version: parameters.get('version') ?? '',
        search: parameters.get('search') ?? '',
      },
      sort: {
        column: sort.replace(/^-/, ''),
        direction: sort.startsWith('-') ? 'descending' : 'ascending',
      },
      change: filter => update(next => writeFilter(next, filter)),
      sortBy: ({ column, direction }) =>
        update(next =>
          next.set(SORT, `${direction === 'descending' ? '-' : ''}${column}`),
        ),
      reset: () =>
        update(next =>
          [STATE, 'region', 'version', 'search'].forEach(name =>
            next.delete(name),
          ),
        ),
    };
  }, [parameters, update]);
}

function writeFilter(
  parameters: URLSearchParams,
  { phases, ...texts }: Partial<FleetFilter>,
) {
  if (phases) {
    parameters.delete(STATE);
    phases.forEach(phase => parameters.append(STATE, phase));
  }
  for (const [name, text] of Object.entries(texts)) {
    parameters.delete(name);
    if (text) {
      parameters.set(name, text);
    }
  }
}
