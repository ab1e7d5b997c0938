// What is used of the API of auto scaling, version 2018-04-19, written here as private networks are.

/** Something that a scaling group did, or tried. @public */
export type ScalingActivity = {
  /** `INIT`, `RUNNING`, `SUCCESSFUL`, `PARTIALLY_SUCCESSFUL`, `FAILED` or `CANCELLED`. */
  StatusCode: string;
  StatusMessage: string;
  StatusMessageSimplified?: string;
};

/** Of the groups that the filters leave, the newest first. @public */
export type DescribeAutoScalingActivitiesRequest = {
  Filters?: { Name: string; Values: string[] }[];
  Offset?: number;
  Limit?: number;
};
/** What it is answered with. @public */
export type DescribeAutoScalingActivitiesResponse = {
  TotalCount?: number;
  ActivitySet?: ScalingActivity[];
};
