/** One of the two API server addresses of a cluster. */
export type CloudEndpoint = {
  status: 'NotFound' | 'Creating' | 'Created' | 'CreateFailed';
  /** Host and, unlike in the real API, perhaps a port: local clusters listen on any. */
  address?: string;
  /** Why it could not be created. */
  errorMessage?: string;
};

/** A cluster as the cloud knows it. */
export type CloudCluster = {
  clusterId: string;
  region: string;
  name?: string;
  status?: string;
  version?: string;
  intranet?: CloudEndpoint;
  public?: CloudEndpoint;
  /** What DescribeClusterKubeconfig gives, whatever server it names. */
  kubeconfig: string;
};
