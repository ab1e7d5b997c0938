import { readFile } from 'node:fs/promises';
import {
  CLOUD_TAG_VALUE,
  CLOUD_TAGS,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { LocalCluster } from '@tke-cilium/local-cluster';
import { CloudCluster } from '@tke-cilium/tencent-stand-in';

/** A local cluster as the cloud would know it, had it been made here and opened to its VPC long ago. */
export async function inTheCloud({
  id,
  kubeconfigPath,
  server,
}: LocalCluster): Promise<CloudCluster> {
  return {
    clusterId: id,
    region: 'ap-guangzhou',
    name: 'old',
    tags: [{ Key: CLOUD_TAGS.managedBy, Value: CLOUD_TAG_VALUE }],
    kubeconfig: await readFile(kubeconfigPath, 'utf8'),
    intranet: { status: 'Created', address: new URL(server).host },
  };
}
