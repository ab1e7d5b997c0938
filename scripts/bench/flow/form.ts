import {
  getInstallProfile,
  type InstallProfileName,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { PROFILE } from '../../clusters/profile';

/** What somebody fills into the form of the template: the network is that of the simulated cloud. */
export const FORM = {
  owner: 'group:default/platform',
  account: 'simulation',
  region: 'ap-guangzhou',
  kubernetesVersion: '1.32.2',
  level: 'L5' as const,
  deletionProtection: false,
  vpcId: 'vpc-demo0001',
  podSubnetIds: ['subnet-demopod1', 'subnet-demopod2'],
  nodeSubnetId: 'subnet-demonode',
  securityGroupId: 'sg-demo0001',
  serviceCidr: '172.16.0.0/20',
  endpoint: 'public',
  profile: PROFILE as InstallProfileName,
  chartVersion: getInstallProfile(PROFILE).chartVersion,
  pool: 'native',
  instanceType: 'SA5.MEDIUM4',
  replicas: 2,
  sshKeyIds: ['skey-demo0001'],
};
