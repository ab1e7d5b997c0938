import type { LocalCluster } from '@tke-cilium/local-cluster';
import { AuditLog } from './AuditLog';
import { MeteredLink } from './MeteredLink';

// The service account is made in this namespace by the local cluster.
const NAMESPACE = 'local-cluster';

const READ_EVERYTHING = {
  apiGroups: ['*'],
  resources: ['*'],
  verbs: ['get', 'list', 'watch'],
};

/** An identity and a link of its own, so that its requests and bytes can be counted. */
export class Access {
  readonly link: MeteredLink;
  readonly audit: AuditLog;

  static async create(cluster: LocalCluster, name: string): Promise<Access> {
    const kubeconfig = await cluster.restrictedKubeconfig(name, [
      READ_EVERYTHING,
    ]);
    return new Access(
      await MeteredLink.open(kubeconfig),
      AuditLog.create(
        cluster.auditLogPath,
        `system:serviceaccount:${NAMESPACE}:${name}`,
      ),
    );
  }

  private constructor(link: MeteredLink, audit: AuditLog) {
    this.link = link;
    this.audit = audit;
  }

  async close(): Promise<void> {
    await this.link.close();
  }
}
