import type {
  DescribeClusterEndpointsRequest,
  DescribeClusterEndpointsResponse,
  DescribeClusterEndpointStatusRequest,
  DescribeClusterEndpointStatusResponse,
  DescribeClusterKubeconfigRequest,
  DescribeClusterKubeconfigResponse,
} from 'tencentcloud-sdk-nodejs-tke/tencentcloud/services/tke/v20180525/tke_models';

/** The actions that are used of the API's version 2018-05-25, with their requests and answers. */
export type TkeActions = {
  DescribeClusterEndpointStatus: [
    DescribeClusterEndpointStatusRequest,
    DescribeClusterEndpointStatusResponse,
  ];
  DescribeClusterEndpoints: [
    DescribeClusterEndpointsRequest,
    DescribeClusterEndpointsResponse,
  ];
  DescribeClusterKubeconfig: [
    DescribeClusterKubeconfigRequest,
    DescribeClusterKubeconfigResponse,
  ];
};

/** Options of {@link TkeApi.call}. */
export type CallOptions = {
  region: string;
  /** What the call is about, for messages: `cluster cls-abcdefgh`. */
  subject?: string;
  signal?: AbortSignal;
};

/** The API of the container service, with the rights of one account. */
export interface TkeApi {
  /**
   * @throws `TencentCloudError` when it failed, also after new attempts where they are safe; the
   * signal's reason when it was aborted
   */
  call<A extends keyof TkeActions>(
    action: A,
    request: TkeActions[A][0],
    options: CallOptions,
  ): Promise<TkeActions[A][1]>;
}
