import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import {
  buildCiliumValues,
  buildCniConfigMap,
  CILIUM_NAMESPACE,
  CILIUM_RELEASE,
  CILIUM_WORKLOADS,
  DISABLED_NODE_SELECTOR,
  getInstallProfile,
  TKE_DAEMON_SETS,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import {
  resolveBinaries,
  resolveCiliumChart,
  type ApiServerClient,
} from '@tke-cilium/local-cluster';
import { stringify } from 'yaml';
import { FORM } from './form';
import type { PlainApi } from './PlainApi';

const { kubeProxy, cniAgent, ipMasqAgent } = TKE_DAEMON_SETS;
const DAEMON_SETS = `/apis/apps/v1/namespaces/${CILIUM_NAMESPACE}/daemonsets`;
const ENDPOINTS = '/api/v1/namespaces/default/endpoints/kubernetes';

/** `kubectl apply -f cni-config.yaml` */
export async function writeCniConfig(kubectl: ApiServerClient): Promise<void> {
  await kubectl.create(buildCniConfigMap());
}

/** `kubectl patch` of the components that Cilium replaces. */
export async function disableTkeComponents(
  kubectl: ApiServerClient,
): Promise<void> {
  const { key, value } = DISABLED_NODE_SELECTOR;
  for (const name of [kubeProxy, cniAgent, ipMasqAgent]) {
    await kubectl.patch(`${DAEMON_SETS}/${name}`, {
      spec: { template: { spec: { nodeSelector: { [key]: value } } } },
    });
  }
}

/** `helm upgrade --install` with the values of the profile. */
export async function installCilium(
  kubectl: ApiServerClient,
  files: { directory: string; kubeconfig: string },
): Promise<void> {
  const { subsets } = (await kubectl.request('GET', ENDPOINTS)) as {
    subsets: { addresses: { ip: string }[]; ports: { port: number }[] }[];
  };
  const [{ addresses, ports }] = subsets;
  const values = path.join(files.directory, 'values.yaml');
  await writeFile(
    values,
    stringify(
      buildCiliumValues({
        profile: getInstallProfile(FORM.profile),
        apiServer: { host: addresses[0].ip, port: ports[0].port },
      }),
    ),
  );
  const { helm } = await resolveBinaries();
  await promisify(execFile)(helm, [
    ...['upgrade', '--install', CILIUM_RELEASE, await resolveCiliumChart()],
    ...['--namespace', CILIUM_NAMESPACE, '--values', values],
    ...['--kubeconfig', files.kubeconfig],
  ]);
}

/** `kubectl rollout status daemonset/cilium` */
export async function waitForAgents(
  api: PlainApi,
  kubectl: ApiServerClient,
): Promise<void> {
  await api.until('the agents', async () => {
    const { status } = (await kubectl.request(
      'GET',
      `${DAEMON_SETS}/${CILIUM_WORKLOADS.agent}`,
    )) as { status: { numberReady?: number } };
    return (status.numberReady ?? 0) >= FORM.replicas;
  });
}
