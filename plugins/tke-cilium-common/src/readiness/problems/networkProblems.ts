import { defineProblem, sayDetail } from './definition';
import { LINKS } from './links';

/** Problems of the cluster's network and of its configuration. */
export const NETWORK_PROBLEMS = {
  'network-global-router': defineProblem<{ evidence: string }>({
    severity: 'error',
    message: p =>
      `The cluster uses the network mode Global Router: ${p.evidence}.`,
    remedy:
      'Cilium does not work with its bridge plugin, and the network mode of a cluster cannot be changed. Create a cluster with VPC-CNI (shared network interface, several addresses).',
    docsUrl: LINKS.guide,
  }),
  'network-dataplane-v2': defineProblem<{ evidence: string }>({
    severity: 'error',
    message: p =>
      `The cluster uses DataPlaneV2, which brings a Cilium of its own: ${p.evidence}.`,
    remedy:
      'Two installs of Cilium break each other. Create a cluster with VPC-CNI and without DataPlaneV2.',
    docsUrl: LINKS.guide,
  }),
  'network-cilium-overlay': defineProblem<{ evidence: string }>({
    severity: 'error',
    message: p => `The cluster uses the Cilium overlay of TKE: ${p.evidence}.`,
    remedy:
      'Two installs of Cilium break each other. Create a cluster with VPC-CNI and without DataPlaneV2.',
    docsUrl: LINKS.guide,
  }),
  'foreign-cilium': defineProblem<{ evidence: string }>({
    severity: 'error',
    message: p => `Somebody else's Cilium is installed: ${p.evidence}.`,
    remedy:
      'Uninstall it in the way it was installed and recreate the nodes, or keep it and manage it with the tool that installed it.',
    docsUrl: LINKS.guide,
  }),
  'network-unknown': defineProblem<{ evidence: string }>({
    severity: 'error',
    message: p =>
      `The network mode of the cluster cannot be told: ${p.evidence}.`,
    remedy:
      'Only TKE clusters with VPC-CNI are supported. Check the cluster, that the addon eniipamd is installed, and that the connection may read DaemonSets in kube-system.',
    docsUrl: LINKS.guide,
  }),
  'eni-agent-too-old': defineProblem<{ version: string; minimum: string }>({
    severity: 'error',
    message: p =>
      `The tke-eni-agent ${p.version} is too old: below ${p.minimum} its route tables collide with Cilium's tables 2004 and 2005.`,
    remedy:
      'Upgrade the addon eniipamd, or run the step that upgrades the agent image.',
    docsUrl: LINKS.nativeRouting,
  }),
  'eni-agent-not-ready': defineProblem<{ ready: number; desired: number }>({
    severity: 'error',
    message: p =>
      `${p.ready} of ${p.desired} pods of kube-system/tke-eni-agent are ready.`,
    remedy:
      'Look at the events and the log of its pods. Without it no Pod on the node gets an address.',
    docsUrl: LINKS.tkeAddons,
  }),
  'cni-config-missing': defineProblem<{ name: string }>({
    severity: 'error',
    message: p => `The ConfigMap kube-system/${p.name} does not exist.`,
    remedy:
      'Run the step that applies the CNI configuration. Agents that start without it wait for ever.',
    docsUrl: LINKS.guide,
  }),
  'cni-config-different': defineProblem<{ name: string; difference: string }>({
    severity: 'error',
    message: p =>
      `The ConfigMap kube-system/${
        p.name
      } is not what the guide prescribes${sayDetail(p.difference)}`,
    remedy:
      'Run the step that applies the CNI configuration, then restart the DaemonSet cilium: agents read it only when they start.',
    docsUrl: LINKS.guide,
  }),
  'cilium-config-missing': defineProblem<{ name: string }>({
    severity: 'error',
    message: p =>
      `The ConfigMap kube-system/${p.name} does not exist, although the Helm release does.`,
    remedy:
      'Run the install again; it puts back what is missing. Agents that restart before do not start.',
    docsUrl: LINKS.guide,
  }),
  'cilium-config-broken': defineProblem<{ differences: string }>({
    severity: 'error',
    message: p =>
      `The ConfigMap kube-system/cilium-config does not fit VPC-CNI: ${p.differences}.`,
    remedy:
      'Run the install again with the values of the profile, then restart the DaemonSet cilium. Somebody changed the ConfigMap, or installed other Helm values, since.',
    docsUrl: LINKS.guide,
  }),
  'cilium-config-different': defineProblem<{ differences: string }>({
    severity: 'warning',
    message: p =>
      `The ConfigMap kube-system/cilium-config differs from what the guide advises: ${p.differences}.`,
    remedy:
      'Check that it is meant so. If not, run the install again with the values of the profile, then restart the DaemonSet cilium.',
    docsUrl: LINKS.guide,
  }),
  'cilium-config-errors': defineProblem<{ errors: string }>({
    severity: 'warning',
    message: p =>
      `Cilium reports faults of its configuration in annotations of the ConfigMap kube-system/cilium-config: ${p.errors}.`,
    remedy: 'Correct the Helm values that they name and run the install again.',
    docsUrl: LINKS.troubleshooting,
  }),
  'sysctl-fix-enabled': defineProblem<{}>({
    severity: 'warning',
    message: () =>
      "The agents of the DaemonSet kube-system/cilium set the node's sysctls again when they start (init container apply-sysctl-overwrites), which can drop the traffic of Pods on eth0.",
    remedy:
      'Run the install with the profile guide-2026-08, or with the Helm value sysctlfix.enabled=false, then replace or reboot the nodes.',
    docsUrl: LINKS.nativeRouting,
  }),
  'api-server-address-drift': defineProblem<{
    configured: string;
    current: string;
  }>({
    severity: 'error',
    message: p =>
      `Cilium is configured to reach the API server at ${p.configured}, but it is at ${p.current}.`,
    remedy:
      'Run the install again; it reads the address from the EndpointSlice default/kubernetes. Agents that restart before cannot reach the API server.',
    docsUrl: LINKS.operationNotPermitted,
  }),
  'crds-missing': defineProblem<{ names: string }>({
    severity: 'error',
    message: p =>
      `The CustomResourceDefinitions ${p.names} are missing although the Cilium operator is ready.`,
    remedy:
      'The operator registers them when it starts. Restart the Deployment cilium-operator and check that it may create CustomResourceDefinitions.',
    docsUrl: LINKS.troubleshooting,
  }),
  'tke-component-enabled': defineProblem<{ name: string; pods: number }>({
    severity: 'error',
    message: p =>
      `The TKE component ${p.name} is enabled again, on ${p.pods} nodes. Cilium replaces it.`,
    remedy:
      'Run the step that disables the TKE components. An upgrade of the cluster or of an addon may have put it back.',
    docsUrl: LINKS.guide,
  }),
};
