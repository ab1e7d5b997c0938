import {
  defineProblem,
  NodesParameters,
  sayDetail,
  sayNodes,
} from './definition';
import { LINKS } from './links';

/** Problems of Cilium's own workloads. */
export const WORKLOAD_PROBLEMS = {
  'agent-daemon-set-missing': defineProblem<{}>({
    severity: 'error',
    message: () =>
      'The DaemonSet kube-system/cilium does not exist, although the Helm release does.',
    remedy: 'Run the install again; it puts back what is missing.',
    docsUrl: LINKS.guide,
  }),
  'agent-image-pull-failed': defineProblem<
    NodesParameters & { image: string; reason: string; detail: string }
  >({
    severity: 'error',
    message: p =>
      `The Cilium agent on ${sayNodes(p)} cannot pull the image ${p.image} (${
        p.reason
      })${sayDetail(p.detail)}`,
    remedy:
      'Check that the image exists in the registry and that the node can reach it. The public mirror has no service level; mirror the images to your own registry and install again with that image source.',
    docsUrl: LINKS.images,
  }),
  'agent-crash-loop': defineProblem<
    NodesParameters & { container: string; exitCode: string; detail: string }
  >({
    severity: 'error',
    message: p =>
      `The container ${p.container} of the Cilium agent on ${sayNodes(
        p,
      )} keeps crashing, exit code ${p.exitCode}${sayDetail(p.detail)}`,
    remedy:
      'Read the log of the crashed container (kubectl -n kube-system logs --previous). Frequent causes: an API server address that is not the one of the EndpointSlice default/kubernetes, a kernel below 5.10, or a feature that cannot run with ipam=delegated-plugin (Gateway API, Ingress, Envoy config).',
    docsUrl: LINKS.troubleshooting,
  }),
  'agent-not-ready': defineProblem<NodesParameters & { detail: string }>({
    severity: 'error',
    message: p =>
      `The Cilium agent on ${sayNodes(p)} is not ready${sayDetail(p.detail)}`,
    remedy:
      'Look at the events and the log of the agent pod on that node. If the node was changed by hand, restart the agent pod; if that does not help, replace the node.',
    docsUrl: LINKS.troubleshooting,
  }),
  'agent-missing-on-node': defineProblem<NodesParameters>({
    severity: 'error',
    message: p => `There is no Cilium agent on ${sayNodes(p)}.`,
    remedy:
      'Check the node selector of the DaemonSet kube-system/cilium and the label cilium.io/no-schedule of the node, and the events of the DaemonSet. Pods on this node have no Cilium network.',
    docsUrl: LINKS.troubleshooting,
  }),
  'operator-missing': defineProblem<{}>({
    severity: 'error',
    message: () =>
      'The Deployment kube-system/cilium-operator does not exist, although Cilium is installed.',
    remedy:
      'Run the install again. Without the operator no CRD is registered and no new node loses its agent-not-ready taint.',
    docsUrl: LINKS.guide,
  }),
  'operator-not-ready': defineProblem<{
    ready: number;
    expected: number;
    detail: string;
  }>({
    severity: 'error',
    message: p =>
      `${p.ready} of ${
        p.expected
      } replicas of kube-system/cilium-operator are ready${sayDetail(
        p.detail,
      )}`,
    remedy:
      'Look at the events and the log of the operator pods. It needs a node that is not a super node, with host port 9963 free, one replica per node.',
    docsUrl: LINKS.troubleshooting,
  }),
  'envoy-not-ready': defineProblem<NodesParameters & { detail: string }>({
    severity: 'error',
    message: p =>
      `Cilium's Envoy on ${sayNodes(p)} is not ready${sayDetail(p.detail)}`,
    remedy:
      'Look at the events and the log of the cilium-envoy pod on that node. L7 policies do not work there until it is ready.',
    docsUrl: LINKS.troubleshooting,
  }),
  'hubble-not-ready': defineProblem<{
    name: string;
    ready: number;
    desired: number;
  }>({
    severity: 'warning',
    message: p =>
      `${p.ready} of ${p.desired} replicas of kube-system/${p.name} are ready.`,
    remedy:
      'Look at the events and the log of its pods. The network of the cluster works without it.',
    docsUrl: LINKS.troubleshooting,
  }),
  'version-known-bad': defineProblem<{
    version: string;
    fixedIn: string;
    defects: string;
  }>({
    severity: 'info',
    message: p =>
      `Cilium ${p.version} has known faults that ${
        p.fixedIn
      } does not have${sayDetail(p.defects)}`,
    remedy:
      'Plan an upgrade to the newest patch version of the same minor version.',
    docsUrl: LINKS.guide,
  }),
};
