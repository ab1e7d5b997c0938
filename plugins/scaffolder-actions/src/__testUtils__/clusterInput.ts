/** A cluster that the stand-in has room for, as the action that makes it takes it. */
export const CLUSTER_INPUT = {
  account: 'simulation',
  region: 'ap-guangzhou',
  name: 'shop',
  kubernetesVersion: '1.32.2',
  vpcId: 'vpc-demo0001',
  podSubnetIds: ['subnet-demopod1'],
  serviceCidr: '172.16.0.0/20',
};
