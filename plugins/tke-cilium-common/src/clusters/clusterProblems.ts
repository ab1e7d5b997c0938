import { defineProblem, sayDetail } from '../readiness/problems/definition';
import { LINKS } from '../readiness/problems/links';

/** Problems of what somebody asks a cluster to be, told before anything is made. */
export const CLUSTER_INPUT_PROBLEMS = {
  'cluster-input-invalid': defineProblem<{ field: string; reason: string }>({
    severity: 'error',
    message: p => `The cluster cannot be made: ${p.field}: ${p.reason}.`,
    remedy: 'Correct the input.',
    docsUrl: LINKS.createCluster,
  }),
  'cluster-version-too-old': defineProblem<{
    version: string;
    minimum: string;
    profile: string;
  }>({
    severity: 'error',
    message: p =>
      `Kubernetes ${p.version} is too old: the install profile ${p.profile} needs ${p.minimum} or newer.`,
    remedy: 'Choose a newer version.',
    docsUrl: LINKS.guide,
  }),
  'cluster-version-not-offered': defineProblem<{
    version: string;
    offered: string;
  }>({
    severity: 'error',
    message: p =>
      `TKE does not offer Kubernetes ${p.version}; it offers ${p.offered}.`,
    remedy: 'Choose one of those.',
  }),
  'cluster-vpc-not-found': defineProblem<{ vpc: string }>({
    severity: 'error',
    message: p => `There is no VPC ${p.vpc} in this account and region.`,
    remedy: 'Choose another VPC, account or region.',
  }),
  'cluster-subnet-not-found': defineProblem<{ subnet: string; vpc: string }>({
    severity: 'error',
    message: p => `There is no subnet ${p.subnet} in ${p.vpc}.`,
    remedy: 'Choose subnets of the VPC of the cluster.',
  }),
  'cluster-subnets-full': defineProblem<{ subnets: string }>({
    severity: 'error',
    message: p => `The subnets ${p.subnets} have no free address for Pods.`,
    remedy: 'Choose other subnets, or make room in them.',
  }),
  'cluster-node-subnets-full': defineProblem<{
    subnets: string;
    free: number;
    needed: number;
  }>({
    severity: 'error',
    message: p =>
      `The subnets ${p.subnets} have ${p.free} free addresses, and ${p.needed} are needed: for every node, and for the access to the API server.`,
    remedy: 'Choose other subnets of the VPC, or fewer nodes to begin with.',
  }),
  'cluster-security-group-not-found': defineProblem<{ securityGroup: string }>({
    severity: 'error',
    message: p =>
      `There is no security group ${p.securityGroup} in this account and region.`,
    remedy: 'Choose one that there is.',
  }),
  'cluster-ssh-key-not-found': defineProblem<{ sshKey: string }>({
    severity: 'error',
    message: p => `There is no SSH key ${p.sshKey} in this account and region.`,
    remedy: 'Choose one that there is.',
  }),
  'cluster-machines-not-sold': defineProblem<{
    machines: string;
    zones: string;
    sellers: string;
  }>({
    severity: 'error',
    message: p =>
      `${p.machines} cannot be bought in ${p.zones} now; zones that sell: ${p.sellers}.`,
    remedy:
      'Choose another instance type or family, or a subnet of the nodes in a zone that sells it.',
  }),
  'cluster-version-too-old-for-chart': defineProblem<{
    version: string;
    chartVersion: string;
    minimum: string;
  }>({
    severity: 'error',
    message: p =>
      `Kubernetes ${p.version} is too old for Cilium ${p.chartVersion}, which needs ${p.minimum} or newer.`,
    remedy: 'Choose a newer Kubernetes, or an older Cilium.',
    docsUrl: LINKS.kubernetesCompatibility,
  }),
  'cluster-chart-not-available': defineProblem<{
    chartVersion: string;
    detail: string;
  }>({
    severity: 'error',
    message: p =>
      `Helm does not get the chart of Cilium ${
        p.chartVersion
      } on the host of this backend${sayDetail(p.detail)}`,
    remedy:
      'Choose a version that there is, or have its chart put into tkeCilium.helm.chartsDirectory of the backend.',
  }),
  'cluster-service-cidr-overlaps': defineProblem<{
    cidr: string;
    other: string;
  }>({
    severity: 'error',
    message: p => `The service CIDR ${p.cidr} overlaps ${p.other} of the VPC.`,
    remedy: 'Choose a CIDR that the VPC does not use.',
  }),
  'cluster-without-entity': defineProblem<{}>({
    severity: 'error',
    message: () =>
      'The catalog would have no entity of the cluster, so no later step could work on it: catalog.providers.tkeCilium.fromTencentCloud is not set.',
    remedy:
      'Add the module of the catalog to this Backstage, and set that to true in its configuration.',
  }),
  'cluster-without-connection': defineProblem<{
    account: string;
    origin: string;
  }>({
    severity: 'error',
    message: p =>
      `This Backstage would not connect to the cluster: in tkeCilium.tencentCloud.accounts the account "${p.account}" takes no clusters from the origin ${p.origin}.`,
    remedy:
      'Give the account clustersFromCatalog in the configuration of this Backstage, with tke-cilium:tencent-cloud/ among its origins.',
  }),
  'cluster-endpoint-not-used': defineProblem<{
    account: string;
    endpoint: string;
    configured: string;
  }>({
    severity: 'error',
    message: p =>
      `The ${p.endpoint} access would be opened, but this Backstage reaches the clusters of the account "${p.account}" by their ${p.configured} address, and could not go on.`,
    remedy:
      'Choose the other access, or have clustersFromCatalog.endpoint of the account changed in tkeCilium.tencentCloud.accounts.',
    docsUrl: LINKS.clusterAccess,
  }),
  'cluster-is-another': defineProblem<{
    cluster: string;
    differences: string;
  }>({
    severity: 'error',
    message: p => `${p.cluster} has this name already, with ${p.differences}.`,
    remedy: 'Choose another name, or ask for what it has.',
  }),
  'cluster-stays-as-it-is': defineProblem<{
    cluster: string;
    differences: string;
  }>({
    severity: 'warning',
    message: p => `${p.cluster} is taken as it is, with ${p.differences}.`,
    remedy: 'Change that in the console, if it matters.',
  }),
  'cluster-addresses-change': defineProblem<{ cluster: string }>({
    severity: 'warning',
    message: p =>
      `Pods of ${p.cluster} do not keep their addresses, so that Karpenter can take a lack of addresses for a lack of nodes, and make too many.`,
    remedy:
      'Watch the number of nodes. A cluster that is created with Karpenter keeps the addresses; that cannot be changed later.',
    docsUrl: LINKS.tkeKarpenter,
  }),
};
