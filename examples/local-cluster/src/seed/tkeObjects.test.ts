import type { KubernetesObject } from '../api/kubernetesObject';
import { tkeObjects } from './tkeObjects';
import type { SeedOptions } from './types';

function daemonSets(objects: KubernetesObject[]): string[] {
  return objects
    .filter(({ kind }) => kind === 'DaemonSet')
    .map(({ metadata }) => metadata.name)
    .sort();
}

function images(objects: KubernetesObject[], name: string): string[] {
  const workload = objects.find(
    ({ kind, metadata }) => kind === 'DaemonSet' && metadata.name === name,
  ) as
    | (KubernetesObject & {
        spec: { template: { spec: { containers: { image: string }[] } } };
      })
    | undefined;
  return (
    workload?.spec.template.spec.containers.map(({ image }) => image) ?? []
  );
}

describe('tkeObjects', () => {
  it.each<[string, SeedOptions, string[]]>([
    [
      'VPC-CNI',
      {},
      ['ip-masq-agent', 'kube-proxy', 'tke-cni-agent', 'tke-eni-agent'],
    ],
    [
      'VPC-CNI without ip-masq-agent',
      { ipMasqAgent: false },
      ['kube-proxy', 'tke-cni-agent', 'tke-eni-agent'],
    ],
    [
      'Global Router',
      { network: 'global-router' },
      ['ip-masq-agent', 'kube-proxy', 'tke-bridge-agent', 'tke-cni-agent'],
    ],
    [
      'DataPlaneV2, which replaces kube-proxy',
      { network: 'dataplane-v2' },
      ['ip-masq-agent', 'tke-cni-agent', 'tke-eni-agent'],
    ],
    [
      "somebody's own Cilium",
      { foreignCilium: true },
      [
        'cilium',
        'ip-masq-agent',
        'kube-proxy',
        'tke-cni-agent',
        'tke-eni-agent',
      ],
    ],
  ])('has the DaemonSets of %s', (_, options, expected) => {
    expect(daemonSets(tkeObjects('cls-abcdefgh', options))).toEqual(expected);
  });

  it.each<[SeedOptions, string]>([
    [{}, 'v3.7.5'],
    [{ eniAgentVersion: 'v3.8.3' }, 'v3.8.3'],
    [{ eniAgentVersion: '3.8.3' }, 'v3.8.3'],
  ])('with %j has the ENI agent %s', (options, tag) => {
    const [image] = images(
      tkeObjects('cls-abcdefgh', options),
      'tke-eni-agent',
    );
    expect(image).toBe(`ccr.ccs.tencentyun.com/tkeimages/tke-eni-agent:${tag}`);
  });

  it('runs Cilium beside the ENI agent with DataPlaneV2', () => {
    const objects = tkeObjects('cls-abcdefgh', { network: 'dataplane-v2' });
    expect(images(objects, 'tke-eni-agent').join()).toContain(
      'tkeimages/cilium:',
    );
  });
});
