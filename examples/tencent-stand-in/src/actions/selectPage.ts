import { ApiError } from '../server/ApiError';

const DEFAULT_LIMIT = 20;
const MAXIMUM_LIMIT = 100;

/** What a list may be narrowed down by. */
export type Selection<Item> = {
  /** Member of the request that names items by their ids. */
  ids: string;
  idOf(item: Item): string;
  /** By name of the filter: what an item has of it. */
  filters: Record<string, (item: Item) => string>;
};

type ListRequest = {
  Filters?: { Name: string; Values: string[] }[];
  Offset?: string | number;
  Limit?: string | number;
};

/**
 * A page of a list, as private networks and machines are listed: by ids or by filters, twenty at a
 * time unless the request says otherwise.
 *
 * @throws {@link ApiError} for what the API refuses
 */
export function selectPage<Item>(
  items: readonly Item[],
  request: Record<string, unknown>,
  { ids, idOf, filters }: Selection<Item>,
): { total: number; page: Item[] } {
  const wanted = request[ids] as string[] | undefined;
  const { Filters } = request as ListRequest;
  if (wanted && Filters) {
    throw new ApiError(
      'InvalidParameter.Coexist',
      `\`${ids}\` and \`Filters\` cannot be given together.`,
    );
  }
  const found = filterItems(items, Filters, filters).filter(
    item => !wanted || wanted.includes(idOf(item)),
  );
  return pageOf(found, request, 'InvalidParameterValue.Range');
}

/**
 * A page of a list, twenty items unless the request says otherwise.
 *
 * @throws {@link ApiError} of the code for pages that are too long
 */
export function pageOf<Item>(
  items: readonly Item[],
  request: Record<string, unknown>,
  code: string,
): { total: number; page: Item[] } {
  const { Offset = 0, Limit = DEFAULT_LIMIT } = request as ListRequest;
  const [offset, limit] = [Number(Offset), Number(Limit)];
  if (!(offset >= 0) || !(limit >= 1 && limit <= MAXIMUM_LIMIT)) {
    throw new ApiError(
      code,
      `\`Limit\` goes from 1 to ${MAXIMUM_LIMIT}, \`Offset\` from 0.`,
    );
  }
  return { total: items.length, page: items.slice(offset, offset + limit) };
}

/**
 * The items that pass all filters.
 *
 * @throws {@link ApiError} of the code for a filter that there is not
 */
export function filterItems<Item>(
  items: readonly Item[],
  wanted: ListRequest['Filters'] = [],
  filters: Selection<Item>['filters'],
  code = 'InvalidFilter',
): Item[] {
  const tests = wanted.map(({ Name, Values }) => {
    const valueOf = filters[Name];
    if (!valueOf) {
      throw new ApiError(code, `There is no filter \`${Name}\`.`);
    }
    return (item: Item) => Values.includes(valueOf(item));
  });
  return items.filter(item => tests.every(test => test(item)));
}
