import {
  defineProblem,
  NodesParameters,
  sayDetail,
  sayNodes,
} from '../readiness/problems/definition';
import { LINKS } from '../readiness/problems/links';
import { sayCompatibilityUnknown } from '../versions/sayCompatibilityUnknown';

/** Problems that stand between a cluster and an install, or that are good to know before one. */
export const PREFLIGHT_PROBLEMS = {
  'helm-not-runnable': defineProblem<{ command: string; detail: string }>({
    severity: 'error',
    message: p =>
      `Helm cannot be run as "${
        p.command
      }" on the host of this backend${sayDetail(p.detail)}`,
    remedy:
      'Install Helm 4 there, or name the program in the configuration tkeCilium.helm.command or in the environment variable TKE_CILIUM_HELM.',
    docsUrl: LINKS.helmInstall,
  }),
  'helm-too-old': defineProblem<{
    command: string;
    version: string;
    minimum: string;
  }>({
    severity: 'error',
    message: p =>
      `Helm ${p.version} (${p.command}) on the host of this backend is too old: an install needs ${p.minimum} or newer.`,
    remedy:
      'Install Helm 4 there, or name a newer program in the configuration tkeCilium.helm.command or in the environment variable TKE_CILIUM_HELM.',
    docsUrl: LINKS.helmInstall,
  }),
  'collection-unknown': defineProblem<{ collection: string; detail: string }>({
    severity: 'error',
    message: p =>
      `The state of ${p.collection} is not known${sayDetail(p.detail)}`,
    remedy: 'Try again in a moment; look at the API server if it stays.',
  }),
  'chart-version-invalid': defineProblem<{ chartVersion: string }>({
    severity: 'error',
    message: p => `"${p.chartVersion}" is not a version of the chart.`,
    remedy: 'Give a full version, for example 1.18.3.',
  }),
  'kubernetes-compatibility-unknown': defineProblem<{
    kubernetesVersion: string;
    chartVersion: string;
  }>({
    severity: 'warning',
    message: sayCompatibilityUnknown,
    remedy: 'Look it up, or try it on a cluster without production load first.',
    docsUrl: LINKS.kubernetesCompatibility,
  }),
  'newer-patch-available': defineProblem<{
    version: string;
    newest: string;
  }>({
    severity: 'info',
    message: p => `Cilium ${p.newest} is a newer patch than ${p.version}.`,
    remedy: 'Consider the newer patch.',
    docsUrl: 'https://github.com/cilium/cilium/releases',
  }),
  'eni-agent-version-unknown': defineProblem<{
    image: string;
    minimum: string;
  }>({
    severity: 'warning',
    message: p =>
      `The version of tke-eni-agent cannot be told from its image "${p.image}"; it must be ${p.minimum} or newer.`,
    remedy: 'Look up the version of the addon eniipamd in the console.',
    docsUrl: LINKS.nativeRouting,
  }),
  'kube-proxy-deleted': defineProblem<{}>({
    severity: 'warning',
    message: () => 'The DaemonSet kube-system/kube-proxy was deleted.',
    remedy:
      'It blocks later upgrades of the cluster. Create it again and switch it off with a nodeSelector, as the install does.',
    docsUrl: LINKS.guide,
  }),
  'ip-masq-agent-present': defineProblem<{}>({
    severity: 'info',
    message: () =>
      'The addon ip-masq-agent is installed; it would masquerade beside Cilium.',
    remedy:
      'Nothing to do: the install switches it off and keeps its ConfigMap, which lists the CIDRs of the VPC.',
    docsUrl: LINKS.guide,
  }),
  'karpenter-not-installed': defineProblem<{}>({
    severity: 'info',
    message: () => 'The Karpenter component is not installed.',
    remedy:
      'Install it if Karpenter shall manage node pools. Native and regular node pools do not need it.',
    docsUrl: LINKS.tkeKarpenter,
  }),
  'nodes-before-cilium': defineProblem<NodesParameters>({
    severity: 'error',
    message: p => `There are nodes before Cilium: ${sayNodes(p)}.`,
    remedy:
      'Remove them and add nodes after the install. If they must stay, allow existing nodes, and reboot or recreate each of them afterwards: the rules of kube-proxy stay until then.',
    docsUrl: LINKS.guide,
  }),
  'api-server-address-missing': defineProblem<{}>({
    severity: 'error',
    message: () =>
      'The EndpointSlice of default/kubernetes has no ready IPv4 address.',
    remedy:
      'It can be empty for a moment while the API server restarts: try again. If it stays, look at the EndpointSlices in the namespace default.',
  }),
  'api-server-address-not-link-local': defineProblem<{ host: string }>({
    severity: 'error',
    message: p =>
      `The API server is at ${p.host}; managed TKE clusters have it in 169.254.0.0/16.`,
    remedy:
      'Check that this is a managed TKE cluster. The address of a load balancer must not be used: Cilium would intercept it and lose the API server.',
    docsUrl: LINKS.operationNotPermitted,
  }),
  'api-server-port-unusual': defineProblem<{ port: number; expected: number }>({
    severity: 'warning',
    message: p =>
      `The EndpointSlice of default/kubernetes has port ${p.port}; managed TKE clusters have ${p.expected}.`,
    remedy: 'Check that the port is right; the install uses it.',
  }),
  'release-pending': defineProblem<{ revision: number; status: string }>({
    severity: 'warning',
    message: p =>
      `Revision ${p.revision} of the Helm release cilium is ${p.status}: an install is running, or was killed.`,
    remedy:
      'If no other install is running, run the install: it recovers the release.',
    docsUrl: LINKS.helmRollback,
  }),
  'release-uninstalling': defineProblem<{ revision: number }>({
    severity: 'error',
    message: () => 'The Helm release cilium is being uninstalled.',
    remedy:
      'Wait until it is gone. If it stays, finish it with "helm uninstall cilium --namespace kube-system".',
    docsUrl: LINKS.helmRollback,
  }),
};
