/** What the page of all clusters can show of each, besides its name. */
export const FLEET_COLUMNS = [
  'phase',
  'problem',
  'nodes',
  'nodePools',
  'ciliumVersion',
  'kubernetesVersion',
  'region',
  'observedAt',
] as const;

/** What the tab can show of each node, besides its name. */
export const NODE_COLUMNS = [
  'ready',
  'cilium',
  'taints',
  'nodePool',
  'zone',
  'kernelVersion',
  'createdAt',
] as const;

/** What the tab can show of each node pool, besides its name. */
export const NODE_POOL_COLUMNS = [
  'kind',
  'ready',
  'scaling',
  'instanceTypes',
  'zones',
  'createdAt',
  'phase',
] as const;

/**
 * The chosen columns in the order in which they were chosen, after those that name the row. They
 * share the room evenly: the widths that the columns have are for all of them together.
 *
 * @param chosen - `undefined`: all, as they are
 */
export function chooseColumns<
  Column extends { id: string; isRowHeader?: boolean; width?: unknown },
>(columns: Column[], chosen: readonly string[] | undefined): Column[] {
  return chosen
    ? [
        ...columns.filter(({ isRowHeader }) => isRowHeader),
        ...chosen.flatMap(wanted => columns.filter(({ id }) => id === wanted)),
      ].map(column => ({ ...column, width: undefined }))
    : columns;
}
