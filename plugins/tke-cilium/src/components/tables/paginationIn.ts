import { UseTableCompleteOptions } from '@backstage/ui';
import { Texts } from '../../translation';

/**
 * Pages for a table whose rows are all there.
 *
 * @param rows - how many there are; without more than one page there is nothing to turn
 * @param sizeName - how a number of rows on a page is called
 */
export function paginationIn(
  { t }: Texts,
  rows: number,
  pageSize: number,
  sizeName: (size: string) => string,
): UseTableCompleteOptions<{ id: string }>['paginationOptions'] {
  return {
    type: rows > pageSize ? 'page' : 'none',
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
