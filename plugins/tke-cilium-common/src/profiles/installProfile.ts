import { HelmValues } from '../values/helmValues';

/** Names of the install profiles. @public */
export type InstallProfileName = 'guide-2025-11' | 'guide-2026-08';

/**
 * A named, versioned set of values and rules that an install follows.
 *
 * @public
 */
export type InstallProfile = {
  name: InstallProfileName;
  title: string;
  description: string;
  /** Where its rules come from. */
  docsUrl: string;
  /** Version of the chart that it installs unless told otherwise. */
  chartVersion: string;
  /** Oldest Kubernetes that it installs on, whatever the chart would accept. */
  minimumKubernetesVersion: string;
  /** Helm values, without those that depend on the cluster or on options. */
  values: HelmValues;
  /** Which images come from TKE's mirror when no image source is asked for. */
  mirroredImages: 'installed' | 'all';
  /** How a single VPC CIDR is kept out of masquerading. Several always need `ip-masq-agent`. */
  masquerade: 'native-routing-cidr' | 'ip-masq-agent';
  /** Whether the TKE components are switched off before or after Helm runs. */
  disableTkeComponents: 'before-install' | 'after-install';
  /** What tke-cni-agent runs when it stops on a node that was there before Cilium. */
  cniCleanupCommand: readonly string[];
  nodePools: {
    /** Annotations of the machines: they choose an operating system that Cilium runs on. */
    machineAnnotations: Readonly<Record<string, string>>;
    /** Whether nodes start with the taint `node.cilium.io/agent-not-ready`. */
    startupTaint: boolean;
  };
};
