import {
  INSTALL_PROFILES,
  InstallProfileName,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import type { z as Zod } from 'zod/v3';

const [firstProfile, ...otherProfiles] = Object.keys(
  INSTALL_PROFILES,
) as InstallProfileName[];

/** Input that chooses an install profile. */
export const profileField = {
  profile: (z: typeof Zod) =>
    z
      .enum([firstProfile, ...otherProfiles], {
        description:
          'Install profile: a named set of values and rules. guide-2026-08 (default) has the corrections of the newer guide; guide-2025-11 reproduces the guide of November 2025 to the letter.',
      })
      .optional(),
};

/** Input that says what Helm installs: chart and values. */
export const installFields = {
  ...profileField,
  chartVersion: (z: typeof Zod) =>
    z
      .string({
        description:
          'Version of the Cilium chart, for example 1.18.3. Default: the version of the profile.',
      })
      .optional(),
  chart: (z: typeof Zod) =>
    z
      .object({
        repository: z
          .string({
            description:
              'Address of a Helm chart repository that has the chart "cilium".',
          })
          .optional(),
        oci: z
          .string({
            description:
              'OCI reference of the chart, for example oci://registry.example.com/charts/cilium.',
          })
          .optional(),
      })
      .describe(
        'Where the chart comes from: repository or oci. Default: cilium-<version>.tgz in the charts directory of the backend when it is there, else https://helm.cilium.io.',
      )
      .optional(),
  images: (z: typeof Zod) =>
    z
      .object({
        source: z.enum(['profile', 'mirror', 'tcr', 'upstream'], {
          description:
            "profile: as the profile says. mirror: every image from TKE's mirror of quay.io, or from another registry with the same paths. tcr: every image from your own registry, with copies as the guide's TCR page makes them. upstream: the chart's own registries.",
        }),
        registry: z
          .string({
            description:
              'Host (and path) of the registry, without https://. Needed for tcr; replaces quay.tencentcloudcr.com for mirror.',
          })
          .optional(),
      })
      .describe(
        'Where the nodes pull the images from. Default: as the profile says.',
      )
      .optional(),
  ciliumEndpointSlice: (z: typeof Zod) =>
    z
      .boolean({
        description:
          'Batch CiliumEndpoints into CiliumEndpointSlices, for large clusters. Beta in Cilium 1.18; excludes the egress gateway, and there is no smooth way back.',
      })
      .optional(),
  masquerade: (z: typeof Zod) =>
    z
      .object({
        vpcCidrs: z.array(z.string(), {
          description:
            "Every CIDR of the cluster's VPC, secondary ones too: traffic into them keeps the Pod's address. An empty list switches nothing on.",
        }),
      })
      .describe(
        'Pods reach the Internet with the address of their node. Leave out when a NAT gateway does that.',
      )
      .optional(),
  operatorReplicas: (z: typeof Zod) =>
    z
      .number({
        description:
          'Copies of cilium-operator. They exclude each other on a node: a cluster that stays at one node needs 1.',
      })
      .int()
      .min(1)
      .optional(),
  valuesDocuments: (z: typeof Zod) =>
    z
      .array(z.string(), {
        description:
          'Helm values of your own as YAML documents, merged in order like several -f options. They override the profile and the options above.',
      })
      .optional(),
  values: (z: typeof Zod) =>
    z
      .record(z.any(), {
        description:
          'Helm values of your own as an object, merged after valuesDocuments.',
      })
      .optional(),
};
