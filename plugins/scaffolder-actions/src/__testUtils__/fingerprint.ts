import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { ConfigReader } from '@backstage/config';
import {
  ConfigClusterConnections,
  listAll,
} from '@tke-cilium/backstage-plugin-tke-cilium-node';
import { LocalCluster } from '@tke-cilium/local-cluster';

const KINDS = [
  { apiVersion: 'apps/v1', plural: 'daemonsets' },
  { apiVersion: 'apps/v1', plural: 'deployments' },
  { apiVersion: 'v1', plural: 'configmaps' },
  { apiVersion: 'v1', plural: 'secrets' },
  { apiVersion: 'v1', plural: 'serviceaccounts' },
  { apiVersion: 'rbac.authorization.k8s.io/v1', plural: 'roles' },
  { apiVersion: 'coordination.k8s.io/v1', plural: 'leases' },
];

/**
 * Every object in kube-system that a phase could touch, with what tells whether somebody wrote it:
 * its generation where it has one, because controllers write the status too, else its resource version.
 * The API server's own lease, which it renews all the time, is left out.
 */
export async function fingerprint(cluster: LocalCluster): Promise<string[]> {
  const { kubernetes } = await ConfigClusterConnections.fromConfig(
    new ConfigReader({
      tkeCilium: {
        clusters: [
          { id: cluster.id, kubeconfig: { path: cluster.kubeconfigPath } },
        ],
      },
    }),
  ).connect(cluster.id);
  const lines = await Promise.all(
    KINDS.map(async kind => {
      const objects = await listAll(
        kubernetes,
        { ...kind, namespace: 'kube-system' },
        { metadataOnly: true },
      );
      return objects
        .filter(({ metadata: { name } }) => !name.startsWith('apiserver-'))
        .map(
          ({ metadata: { name, uid, generation, resourceVersion } }) =>
            `${kind.plural}/${name} ${uid} ${generation ?? resourceVersion}`,
        );
    }),
  );
  return lines.flat().sort();
}

/** {@link fingerprint} as soon as the controllers have nothing left to do, on a new cluster for example. */
export async function settledFingerprint(
  cluster: LocalCluster,
): Promise<string[]> {
  const quietLooks = 4;
  let before = await fingerprint(cluster);
  for (let quiet = 0; quiet < quietLooks; ) {
    await sleep(500);
    const after = await fingerprint(cluster);
    quiet = isDeepStrictEqual(after, before) ? quiet + 1 : 0;
    before = after;
  }
  return before;
}
