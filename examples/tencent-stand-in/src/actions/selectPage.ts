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
  const { Filters, Offset = 0, Limit = DEFAULT_LIMIT } = request as ListRequest;
  if (wanted && Filters) {
    throw new ApiError(
      'InvalidParameter.Coexist',
      `\`${ids}\` and \`Filters\` cannot be given together.`,
    );
  }
  const [offset, limit] = [Number(Offset), Number(Limit)];
  if (!(offset >= 0) || !(limit >= 1 && limit <= MAXIMUM_LIMIT)) {
    throw new ApiError(
      'InvalidParameterValue.Range',
      `\`Limit\` goes from 1 to ${MAXIMUM_LIMIT}, \`Offset\` from 0.`,
    );
  }
  const found = filterItems(items, Filters, filters).filter(
    item => !wanted || wanted.includes(idOf(item)),
  );
  return { total: found.length, page: found.slice(offset, offset + limit) };
}

/**
 * The items that pass all filters.
 *
 * @throws {@link ApiError} `InvalidFilter` for a filter that there is not
 */
export function filterItems<Item>(
  items: readonly Item[],
  wanted: ListRequest['Filters'] = [],
  filters: Selection<Item>['filters'],
): Item[] {
  const tests = wanted.map(({ Name, Values }) => {
    const valueOf = filters[Name];
    if (!valueOf) {
      throw new ApiError('InvalidFilter', `There is no filter \`${Name}\`.`);
    }
    return (item: Item) => Values.includes(valueOf(item));
  });
  return items.filter(item => tests.every(test => test(item)));
}
