import { ApiError } from '../server/ApiError';
import { ActionContext } from './actions';

const REGIONS = {
  'ap-guangzhou': 'South China (Guangzhou)',
  'ap-shanghai': 'East China (Shanghai)',
  'ap-beijing': 'North China (Beijing)',
  'ap-singapore': 'Southeast Asia (Singapore)',
};
const PRODUCTS = ['cvm', 'tke'];

/**
 * Refuses a region that there is not.
 *
 * @throws {@link ApiError} `UnsupportedRegion`
 */
export function requireRegion(region: string): void {
  if (!Object.hasOwn(REGIONS, region)) {
    throw new ApiError(
      'UnsupportedRegion',
      `The region ${region} is not supported.`,
    );
  }
}

/** DescribeRegions */
export function describeRegions({ request }: ActionContext): object {
  if (!PRODUCTS.includes(request.Product as string)) {
    throw new ApiError(
      'InvalidParameterValue',
      `There is no product \`${request.Product}\`.`,
    );
  }
  const regions = Object.entries(REGIONS);
  return {
    TotalCount: regions.length,
    RegionSet: regions.map(([Region, RegionName]) => ({
      Region,
      RegionName,
      RegionState: 'AVAILABLE',
    })),
  };
}
