import type { VpcPage } from './vpcModels';

/** The most that one call gives, of all lists that are used. */
const LIMIT = 100;

/** One page of a list. */
export type ListPage<Item> = {
  /** On all pages together. */
  total?: number;
  items?: readonly Item[] | null;
};

/** Reads a list to its end, page by page. */
export async function listAll<Item>(
  readPage: (page: {
    Offset: number;
    Limit: number;
  }) => Promise<ListPage<Item>>,
): Promise<Item[]> {
  const all: Item[] = [];
  for (;;) {
    const page = await readPage({ Offset: all.length, Limit: LIMIT });
    const items = page.items ?? [];
    all.push(...items);
    if (items.length === 0 || all.length >= (page.total ?? 0)) {
      return all;
    }
  }
}

/** The same page as private networks count it. */
export function toVpcPage(page: { Offset: number; Limit: number }): VpcPage {
  return { Offset: String(page.Offset), Limit: String(page.Limit) };
}
