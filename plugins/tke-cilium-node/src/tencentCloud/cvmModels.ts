// What is used of the API of machines (CVM), version 2017-03-12. What it may leave out, or give as
// null, is optional here.

/** A machine type in one zone, paid in one way. @public */
export type InstanceTypeOffer = {
  Zone: string;
  /** For example `SA5.MEDIUM4`. */
  InstanceType: string;
  InstanceFamily?: string;
  TypeName?: string;
  Cpu?: number;
  /** GiB. */
  Memory?: number;
  Gpu?: number;
  /** `SELL` or `SOLD_OUT`. */
  Status?: string;
};

/** Has no pages. @public */
export type DescribeZoneInstanceConfigInfosRequest = {
  Filters?: { Name: string; Values: string[] }[];
};
/** What it is answered with. @public */
export type DescribeZoneInstanceConfigInfosResponse = {
  InstanceTypeQuotaSet?: InstanceTypeOffer[];
};

/** An SSH key; the key itself is not used. @public */
export type KeyPair = {
  /** `skey-…` */
  KeyId: string;
  KeyName?: string;
  Description?: string;
};

/** Unlike private networks, its pages are counted with numbers. @public */
export type DescribeKeyPairsRequest = { Offset?: number; Limit?: number };
/** What it is answered with. @public */
export type DescribeKeyPairsResponse = {
  TotalCount?: number;
  KeyPairSet?: KeyPair[];
};
