import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { TencentCloudAccounts } from '../tencentCloud/TencentCloudAccounts';
import { TencentCloudKubeconfig } from '../tencentCloud/TencentCloudKubeconfig';
import { AccessSource } from './ApiServerAccess';
import { KubeconfigFile } from './KubeconfigFile';
import { readEndpointKind } from './readEndpointKind';

/**
 * How one cluster of `tkeCilium.clusters` is reached: by a kubeconfig file, or by the one that the
 * Tencent Cloud API gives.
 *
 * @throws `InputError` when the entry has neither or both, or names an account or region that is
 * not configured
 */
export function clusterAccess(options: {
  clusterId: string;
  cluster: Config;
  /** How messages call the entry. */
  where: string;
  accounts: TencentCloudAccounts;
}): AccessSource {
  const { clusterId, cluster, where, accounts } = options;
  const kubeconfig = cluster.getOptionalConfig('kubeconfig');
  const tencentCloud = cluster.getOptionalConfig('tencentCloud');
  if (Boolean(kubeconfig) === Boolean(tencentCloud)) {
    throw new InputError(
      `${where} must have either kubeconfig or tencentCloud, so that it is known how to reach the cluster.`,
    );
  }
  if (kubeconfig) {
    return KubeconfigFile.create({
      clusterId,
      path: kubeconfig.getString('path'),
      context: kubeconfig.getOptionalString('context'),
    });
  }
  const account = tencentCloud!.getString('account');
  const region = tencentCloud!.getString('region');
  return TencentCloudKubeconfig.create({
    clusterId,
    region,
    endpoint: readEndpointKind(
      tencentCloud!,
      `${where}: tencentCloud.endpoint`,
    ),
    tlsServerName: tencentCloud!.getOptionalString('tlsServerName'),
    api: accounts.api(account, region, where),
  });
}
