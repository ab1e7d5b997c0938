import { ApiError } from '../server/ApiError';
import { ActionContext } from './actions';

const REGIONS = {
  'ap-guangzhou': 'South China (Guangzhou)',
  'ap-shanghai': 'East China (Shanghai)',
  'ap-beijing': 'North China (Beijing)',
  'ap-singapore': 'Southeast Asia (Singapore)',
};
const PRODUCTS = ['cvm', 'tke'];

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
