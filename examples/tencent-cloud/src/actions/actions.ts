import { CloudCluster } from '../state/CloudCluster';
import {
  describeClusterEndpoints,
  describeClusterEndpointStatus,
  describeClusterKubeconfig,
} from './endpoints';
import { describeClusters } from './clusters';

/** What an action gets. */
export type ActionContext = {
  region: string;
  clusters: ReadonlyMap<string, CloudCluster>;
  request: Record<string, unknown>;
};

/** Answers a request, or throws an `ApiError`. */
export type Action = (context: ActionContext) => object;

/** By version and name, as requests name them. */
export const ACTIONS: Readonly<Record<string, Action>> = {
  '2018-05-25 DescribeClusters': describeClusters,
  '2018-05-25 DescribeClusterEndpointStatus': describeClusterEndpointStatus,
  '2018-05-25 DescribeClusterEndpoints': describeClusterEndpoints,
  '2018-05-25 DescribeClusterKubeconfig': describeClusterKubeconfig,
};
