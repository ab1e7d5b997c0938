import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { stringify } from 'yaml';
import { resolveBinaries } from '../binaries/resolveBinaries';
import { resolveCiliumChart } from '../charts/resolveCiliumChart';
import type { LocalCluster } from '../cluster/types';
import { apiServerAddress } from '../seed/apiServerEndpoints';

/** Installs the real chart with the real Helm and the values that matter to Kubernetes. */
export async function installCilium(cluster: LocalCluster): Promise<void> {
  const { helm } = await resolveBinaries();
  const { host, port } = apiServerAddress(cluster.id);
  const values = join(cluster.directory, 'values.yaml');
  await writeFile(
    values,
    stringify({
      ipam: { mode: 'delegated-plugin' },
      cni: {
        chainingMode: 'generic-veth',
        customConf: true,
        configMap: 'cni-config',
      },
      extraConfig: { 'local-router-ipv4': '169.254.32.16' },
      kubeProxyReplacement: 'true',
      k8sServiceHost: host,
      k8sServicePort: port,
      operator: { tolerations: [{ operator: 'Exists' }] },
    }),
  );
  await promisify(execFile)(
    helm,
    [
      'upgrade',
      '--install',
      'cilium',
      await resolveCiliumChart(),
      '--namespace=kube-system',
      `--values=${values}`,
    ],
    {
      env: { ...process.env, KUBECONFIG: cluster.kubeconfigPath },
      maxBuffer: 64 * 1024 * 1024,
    },
  );
}
