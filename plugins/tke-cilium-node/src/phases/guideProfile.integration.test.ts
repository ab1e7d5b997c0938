import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { buildCniConfigMap } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { PhaseTestCluster } from '../__testUtils__/PhaseTestCluster';
import type { WholeObject } from '../__testUtils__/readWholeCluster';
import { applyCniConfig } from './applyCniConfig';
import { disableTkeComponents } from './disableTkeComponents';
import { installCilium } from './installCilium';
import { upgradeEniAgent } from './upgradeEniAgent';

jest.setTimeout(300_000);

const run = promisify(execFile);
const ENI_AGENT_VERSION = 'v3.8.0-rc.0';
const TKE_COMPONENTS = ['kube-proxy', 'tke-cni-agent', 'ip-masq-agent'];

/** What the guide's commands and the phases write. Secrets hold certificates, made anew each time. */
const COMPARED =
  /^(daemonsets|deployments|configmaps|serviceaccounts|services|namespaces|roles|rolebindings|clusterroles|clusterrolebindings) /;

/** Hold certificates and the port of the cluster's own control plane. */
const OF_THE_CLUSTER_ITSELF =
  /^(configmaps .*\/(kube-root-ca\.crt|extension-apiserver-authentication)|services default\/kubernetes)$/;

/** Nodes that were there before Cilium, so that the guide's preStop hook is compared too. */
const withNodes = {
  simulator: true,
  seed: { nodes: [{ name: '10.10.0.2' }] },
};

describe('the profile guide-2025-11', () => {
  let byHand: PhaseTestCluster;
  let byPhases: PhaseTestCluster;

  beforeAll(async () => {
    byHand = await PhaseTestCluster.start(withNodes);
    byPhases = await PhaseTestCluster.start(withNodes);
  });
  afterAll(async () => {
    await Promise.all([byHand?.stop(), byPhases?.stop()]);
  });

  it("leaves the same objects as the guide's own commands", async () => {
    await followGuide(byHand);
    await runPhases(byPhases);
    // The controllers answer what was written, with service accounts for example.
    await Promise.all([byHand.settled(), byPhases.settled()]);

    const expected = await comparable(byHand);
    const found = await comparable(byPhases);
    expect(Object.keys(expected)).toEqual(
      expect.arrayContaining([
        'configmaps kube-system/cni-config',
        'configmaps kube-system/cilium-config',
        'daemonsets kube-system/cilium',
        'deployments kube-system/cilium-operator',
        'clusterroles /cilium-operator',
      ]),
    );
    expect(found).toEqual(expected);
  });
});

async function runPhases(test: PhaseTestCluster): Promise<void> {
  const profile = 'guide-2025-11' as const;
  const context = await test.context();
  await upgradeEniAgent(context, { imageVersion: ENI_AGENT_VERSION });
  await applyCniConfig(context, {});
  await installCilium(context, {
    profile,
    helm: test.helm,
    chart: { path: test.chart },
  });
  await disableTkeComponents(context, { profile, existingNodes: 'pre-stop' });
}

/** The commands of the guide, with the API server asked directly where the guide uses kubectl. */
async function followGuide(test: PhaseTestCluster): Promise<void> {
  const { kubernetes } = await test.connection();
  const patch = async (name: string, contentType: string, body: unknown) => {
    const response = await kubernetes.request({
      method: 'PATCH',
      path: `/apis/apps/v1/namespaces/kube-system/daemonsets/${name}`,
      contentType,
      body,
    });
    response.resume();
    expect(response.statusCode).toBe(200);
  };

  // kubectl patch daemonset tke-eni-agent --type=json
  const before = await test.everything();
  const image = imageOf(before.get('daemonsets kube-system/tke-eni-agent'));
  await patch('tke-eni-agent', 'application/json-patch+json', [
    {
      op: 'replace',
      path: '/spec/template/spec/containers/0/image',
      value: `${image.split(':')[0]}:${ENI_AGENT_VERSION}`,
    },
  ]);

  // kubectl apply -f cni-config.yaml
  await kubernetes.create(
    { apiVersion: 'v1', plural: 'configmaps', namespace: 'kube-system' },
    buildCniConfigMap(),
  );

  // helm upgrade --install cilium
  const settings = [
    'image.repository=quay.tencentcloudcr.com/cilium/cilium',
    'envoy.image.repository=quay.tencentcloudcr.com/cilium/cilium-envoy',
    'operator.image.repository=quay.tencentcloudcr.com/cilium/operator',
    'routingMode=native',
    'endpointRoutes.enabled=true',
    'ipam.mode=delegated-plugin',
    'enableIPv4Masquerade=false',
    'devices=eth+',
    'cni.chainingMode=generic-veth',
    'cni.customConf=true',
    'cni.configMap=cni-config',
    'cni.externalRouting=true',
    'extraConfig.local-router-ipv4=169.254.32.16',
    ...[
      'node-role.kubernetes.io/control-plane',
      'node-role.kubernetes.io/master',
      'node.kubernetes.io/not-ready',
      'node.cloudprovider.kubernetes.io/uninitialized',
      'tke.cloud.tencent.com/uninitialized',
      'tke.cloud.tencent.com/eni-ip-unavailable',
    ].map(
      (key, index) =>
        `operator.tolerations[${index}].key=${key},operator.tolerations[${index}].operator=Exists`,
    ),
    'kubeProxyReplacement=true',
    `k8sServiceHost=${apiServerHost(before)}`,
    'k8sServicePort=60002',
  ];
  await run(
    test.helmCommand,
    [
      'upgrade',
      '--install',
      'cilium',
      test.chart,
      '--namespace',
      'kube-system',
      ...settings.flatMap(setting => ['--set', setting]),
    ],
    {
      env: { ...process.env, KUBECONFIG: test.cluster.kubeconfigPath },
      maxBuffer: 16 * 1024 * 1024,
    },
  );

  // kubectl patch daemonset tke-cni-agent --type=json
  await patch('tke-cni-agent', 'application/json-patch+json', [
    {
      op: 'add',
      path: '/spec/template/spec/containers/0/lifecycle',
      value: {
        preStop: {
          exec: { command: ['rm', '/host/etc/cni/net.d/00-multus.conf'] },
        },
      },
    },
  ]);

  // kubectl patch daemonset … -p '{"spec":…}'
  for (const name of TKE_COMPONENTS) {
    await patch(name, 'application/strategic-merge-patch+json', {
      spec: {
        template: {
          spec: { nodeSelector: { 'label-not-exist': 'node-not-exist' } },
        },
      },
    });
  }
}

/** What somebody wrote into the compared objects, without what the API server adds to each. */
async function comparable(
  test: PhaseTestCluster,
): Promise<Record<string, unknown>> {
  const everything = await test.everything();
  const host = apiServerHost(everything);
  return Object.fromEntries(
    [...everything]
      .filter(
        ([name]) => COMPARED.test(name) && !OF_THE_CLUSTER_ITSELF.test(name),
      )
      .map(([name, { metadata, status, ...content }]) => [
        name,
        JSON.parse(
          JSON.stringify({
            ...content,
            spec: withoutAddresses(content.spec),
            labels: metadata.labels,
            annotations: metadata.annotations,
          }).replaceAll(host, 'API-SERVER'),
        ),
      ]),
  );
}

/** A spec without the addresses that a Service was given at random. */
function withoutAddresses(spec: unknown): unknown {
  if (typeof spec !== 'object' || spec === null) {
    return spec;
  }
  const { clusterIP, clusterIPs, ...rest } = spec as Record<string, unknown>;
  return rest;
}

function imageOf(daemonSet: WholeObject | undefined): string {
  const { template } = daemonSet?.spec as {
    template: { spec: { containers: { image: string }[] } };
  };
  return template.spec.containers[0].image;
}

/** The guide's `kubectl get ep kubernetes -o jsonpath='{.subsets[0].addresses[0].ip}'`. */
function apiServerHost(everything: Map<string, WholeObject>): string {
  const { subsets } = everything.get(
    'endpoints default/kubernetes',
  ) as unknown as {
    subsets: { addresses: { ip: string }[] }[];
  };
  return subsets[0].addresses[0].ip;
}
