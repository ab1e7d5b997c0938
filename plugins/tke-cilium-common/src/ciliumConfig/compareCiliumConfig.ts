import {
  CiliumConfigKey,
  EXPECTED_CILIUM_CONFIG,
} from './expectedCiliumConfig';

/** A key of `cilium-config` that is not what it has to be. */
export type CiliumConfigDifference = {
  /** For people: `ipam is kubernetes instead of delegated-plugin`. */
  text: string;
  isVital: boolean;
};

/** Compares the data of the ConfigMap `cilium-config` with what Cilium behind VPC-CNI needs. */
export function compareCiliumConfig(
  data: Readonly<Record<string, string>>,
): CiliumConfigDifference[] {
  return [
    ...EXPECTED_CILIUM_CONFIG.filter(
      key => !isAccepted(key, data[key.key]),
    ).map(({ key, expected, isVital }) => ({
      text: `${key} is ${data[key] ?? 'not set'} instead of ${expected}`,
      isVital,
    })),
    ...checkMasquerade(data),
  ];
}

function isAccepted(
  { expected, accepts }: CiliumConfigKey,
  value: string | undefined,
): boolean {
  return accepts ? accepts(value) : value === expected;
}

/** Source: the guide's FAQ on the Internet access of Pods: on TKE only the BPF variant works. */
function checkMasquerade(
  data: Readonly<Record<string, string>>,
): CiliumConfigDifference[] {
  return data['enable-ipv4-masquerade'] === 'true' &&
    data['enable-bpf-masquerade'] !== 'true'
    ? [
        {
          text: `enable-bpf-masquerade is ${
            data['enable-bpf-masquerade'] ?? 'not set'
          } instead of true, while enable-ipv4-masquerade is on`,
          isVital: false,
        },
      ]
    : [];
}
