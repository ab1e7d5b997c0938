import { AGENT_NOT_READY_TAINT } from '../../vocabulary/names';
import {
  defineProblem,
  NodesParameters,
  sayDetail,
  sayNodes,
} from './definition';
import { LINKS } from './links';

/** Problems of nodes and of the pools that they come from. */
export const NODE_PROBLEMS = {
  'node-not-ready': defineProblem<NodesParameters & { detail: string }>({
    severity: 'error',
    message: p => `Not ready: ${sayNodes(p)}${sayDetail(p.detail)}`,
    remedy:
      'Look at the conditions and events of the node. If its kubelet does not report, check the instance in the console; replace the node if it does not come back.',
    docsUrl: LINKS.nodes,
  }),
  'node-taint-stuck': defineProblem<NodesParameters>({
    severity: 'error',
    message: p =>
      `The taint ${AGENT_NOT_READY_TAINT} stays on ${sayNodes(
        p,
      )} although the agent there is ready.`,
    remedy:
      'The Cilium operator removes the taint. Check that it is running and may update nodes. Until then no Pod is placed on the node.',
    docsUrl: LINKS.taints,
  }),
  'node-network-unavailable': defineProblem<NodesParameters>({
    severity: 'warning',
    message: p =>
      `The condition NetworkUnavailable is not cleared on ${sayNodes(
        p,
      )} although the agent there is ready.`,
    remedy:
      'The Cilium operator clears the condition. Check that it is running and may update the status of nodes.',
    docsUrl: LINKS.taints,
  }),
  'node-address-unavailable': defineProblem<NodesParameters>({
    severity: 'warning',
    message: p => `No Pod address is left on ${sayNodes(p)}.`,
    remedy:
      "The network interfaces of the node have no free address (taint tke.cloud.tencent.com/eni-ip-unavailable). Check the subnets of the cluster's VPC-CNI for free addresses and add one if they are used up.",
    docsUrl: LINKS.guide,
  }),
  'node-kernel-too-old': defineProblem<
    NodesParameters & { kernel: string; minimum: string }
  >({
    severity: 'error',
    message: p =>
      `The Linux kernel ${p.kernel} of ${sayNodes(
        p,
      )} is too old for Cilium, which needs ${p.minimum}.`,
    remedy:
      'Make the pool with TencentOS Server 4 (annotation node.tke.cloud.tencent.com/image-label=ts4-public) or Ubuntu 22.04 and replace the node.',
    docsUrl: LINKS.verifiedOs,
  }),
  'cilium-node-missing': defineProblem<NodesParameters>({
    severity: 'error',
    message: p =>
      `There is no CiliumNode object for ${sayNodes(
        p,
      )} although the agent there is ready.`,
    remedy:
      'Restart the Cilium agent on that node; it registers the node when it starts. Other nodes do not know this one until then.',
    docsUrl: LINKS.troubleshooting,
  }),
  'unmanaged-pods': defineProblem<{
    unmanaged: number;
    pods: number;
    names: string;
  }>({
    severity: 'warning',
    message: p =>
      `${p.unmanaged} of ${p.pods} Pods are not managed by Cilium, they have no CiliumEndpoint: ${p.names}.`,
    remedy:
      'Restart Pods that are older than the Cilium agent on their node; network policies do not apply to them. If new Pods stay unmanaged, check that no pod of tke-cni-agent is left on the node.',
    docsUrl: LINKS.guide,
  }),
  'node-pool-failed': defineProblem<{
    pool: string;
    reason: string;
    detail: string;
  }>({
    severity: 'error',
    message: p =>
      `The node pool ${p.pool} cannot make nodes (${p.reason})${sayDetail(
        p.detail,
      )}`,
    remedy:
      'Correct the pool: subnets, security groups, instance types that are sold in its zones, limits. It tries again by itself.',
    docsUrl: LINKS.tkeKarpenter,
  }),
  'machine-failed': defineProblem<{
    machine: string;
    pool: string;
    reason: string;
    detail: string;
  }>({
    severity: 'warning',
    message: p =>
      `The machine ${p.machine} of the node pool ${p.pool} failed (${
        p.reason
      })${sayDetail(p.detail)}`,
    remedy:
      'If the resources of its type are sold out, add instance types or zones to the pool. Otherwise look at the machine in the console.',
    docsUrl: LINKS.tkeKarpenter,
  }),
  'startup-taint-missing': defineProblem<{ pool: string }>({
    severity: 'warning',
    message: p =>
      `Nodes of the Karpenter node pool ${p.pool} start without the taint ${AGENT_NOT_READY_TAINT}.`,
    remedy: `Add {key: ${AGENT_NOT_READY_TAINT}, effect: NoSchedule} to spec.template.spec.startupTaints of the NodePool. Without it Pods start before Cilium and stay unmanaged, and Karpenter makes more nodes than needed.`,
    docsUrl: LINKS.taints,
  }),
};
