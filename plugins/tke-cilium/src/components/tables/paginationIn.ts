import { TablePaginationType, UseTableCompleteOptions } from '@backstage/ui';
import { Texts } from '../../translation';

/**
 * Pages for a table whose rows are all there.
 *
 * @remarks
 * There are always pages, also of a single row: `useTable` does not survive that they begin later.
 * Its offset becomes NaN then, for good, and the table stays empty. See {@link turnable}.
 *
 * @param sizeName - how a number of rows on a page is called
 */
export function paginationIn(
  { t }: Texts,
  pageSize: number,
  sizeName: (size: string) => string,
): UseTableCompleteOptions<{ id: string }>['paginationOptions'] {
  return {
    type: 'page',
    pageSize,
    pageSizeOptions: [pageSize, 50, 100].map(size => ({
      value: size,
      label: sizeName(String(size)),
    })),
    getLabel: ({ pageSize: shown, offset = 0, totalCount = 0 }) =>
      t('node.range', {
        from: String(Math.min(offset + 1, totalCount)),
        to: String(Math.min(offset + shown, totalCount)),
        total: String(totalCount),
      }),
  };
}

/** The pages that the table shows: none when every row fits on one. */
export function turnable(
  rows: number,
  pageSize: number,
  pagination: TablePaginationType,
): TablePaginationType {
  return rows > pageSize ? pagination : { type: 'none' };
}
