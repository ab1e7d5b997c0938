/** How rows are ordered, as the tables of Backstage UI ask for it. */
export type Order = {
  column: string | number;
  direction: 'ascending' | 'descending';
};

/** Orders names as people do: "node-9" before "node-10". */
export const collator = new Intl.Collator(undefined, { numeric: true });

/**
 * The rows in an order; those that are equal in it by name.
 *
 * @param valueOf - what a row has in the column, a number or a text; rows without it come last in
 *   descending and first in ascending order
 */
export function orderBy<Row extends { name: string }>(
  rows: readonly Row[],
  order: Order,
  valueOf: (row: Row) => number | string | undefined,
): Row[] {
  const sign = order.direction === 'ascending' ? 1 : -1;
  return rows
    .map(row => ({ row, value: valueOf(row) }))
    .sort(
      (a, b) =>
        sign * compare(a.value, b.value) ||
        collator.compare(a.row.name, b.row.name),
    )
    .map(({ row }) => row);
}

function compare(
  a: number | string | undefined,
  b: number | string | undefined,
): number {
  return typeof a === 'string' || typeof b === 'string'
    ? collator.compare(`${a ?? ''}`, `${b ?? ''}`)
    : (a ?? -Infinity) - (b ?? -Infinity) || 0;
}
