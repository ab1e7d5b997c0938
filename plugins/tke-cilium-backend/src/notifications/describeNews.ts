import { Entity } from '@backstage/catalog-model';
import { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import { Readiness } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { News, Trouble } from './findNews';

type Payload = NotificationSendOptions['payload'];

const TROUBLE: Record<
  Trouble,
  { title(cluster: string): string; severity: Payload['severity'] }
> = {
  Degraded: {
    title: cluster => `Cilium on ${cluster} is degraded`,
    severity: 'normal',
  },
  Failed: {
    title: cluster => `Cilium on ${cluster} has failed`,
    severity: 'high',
  },
  Unreachable: {
    title: cluster => `${cluster} cannot be reached`,
    severity: 'high',
  },
};

/** News of one cluster, and what is known of it. */
export type ClusterNews = {
  clusterId: string;
  /** What people call the cluster. */
  title: string;
  news: News;
  readiness: Readiness;
  /** Stands for the cluster in the catalog. */
  entity: Entity;
};

/**
 * What the owner reads. All news of one cluster have the same scope, so that the later take the
 * place of the earlier.
 */
export function describeNews(options: ClusterNews): Payload {
  const { clusterId, title, news, readiness, entity } = options;
  const { kind, metadata } = entity;
  const [worst] = readiness.problems;
  const { title: titleOf, severity } =
    news.kind === 'trouble'
      ? TROUBLE[news.phase]
      : {
          title: (cluster: string) => `Cilium on ${cluster} is fine again`,
          severity: 'low' as const,
        };
  return {
    title: titleOf(title),
    description: [readiness.summary, news.kind === 'trouble' && worst?.remedy]
      .filter(Boolean)
      .join(' '),
    severity,
    link: `/catalog/${metadata.namespace ?? 'default'}/${kind.toLowerCase()}/${
      metadata.name
    }`,
    topic: 'Cilium on TKE',
    scope: `cluster:${clusterId}`,
  };
}
