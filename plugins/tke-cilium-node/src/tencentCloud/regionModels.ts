// What is used of the API of regions, version 2022-06-27, written here as private networks are. The
// lists that the services have of their own say little (container service) or are not kept up to date
// (machines).

/** A region that a product is in. @public */
export type RegionInfo = {
  /** For example `ap-guangzhou`. */
  Region: string;
  RegionName?: string;
  /** `AVAILABLE`, or not. */
  RegionState?: string;
};

/** Of a product, for example `tke`. @public */
export type DescribeRegionsRequest = { Product: string };
/** What it is answered with. @public */
export type DescribeRegionsResponse = { RegionSet?: RegionInfo[] };
