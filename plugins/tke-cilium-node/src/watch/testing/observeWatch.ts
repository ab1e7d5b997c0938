import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { ClusterSnapshot } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { ClusterConnection } from '../../connections/ClusterConnections';
import { HttpsKubernetesClient } from '../../kubernetes/HttpsKubernetesClient';
import { WatchTimings } from '../timings';
import {
  watchCluster,
  WatchClusterOptions,
  WatchRestart,
} from '../watchCluster';
import { FakeApiServer } from './FakeApiServer';

/** Everything a hundred times faster than in production, and idle watches that stay open. */
export const FAST_TIMINGS: WatchTimings = {
  startGraceMs: 60_000,
  connectTimeoutMs: 1_000,
  listTimeoutMs: 2_000,
  idleTimeoutMs: 60_000,
  watchLifetimeMs: 60_000,
  resyncIntervalMs: 60_000,
  retry: { baseMs: 5, capMs: 40 },
  reconnect: { baseMs: 5, capMs: 40 },
  credentialsCheckMs: 20,
  failureGraceMs: 50,
  recheckIntervalMs: 100,
  snapshotIntervalMs: 10,
  countIntervalMs: 20,
  podGraceMs: 0,
  unmanagedRecountMs: 100,
  confirmIntervalMs: 10,
};

/** A connection to a fake API server, over plain HTTP. */
export function connectionTo(server: FakeApiServer): ClusterConnection {
  const agent = new http.Agent({ keepAlive: true });
  return {
    clusterId: 'cls-abcdefgh',
    title: 'test',
    kubernetes: HttpsKubernetesClient.create({
      clusterId: 'cls-abcdefgh',
      access: async () => ({
        server: server.url,
        agent,
        headers: {},
        kubeconfig: '',
      }),
    }),
    kubeconfig: async () => server.url.href,
  };
}

/** Runs a watch and keeps what it says. */
export function observeWatch(
  connect: WatchClusterOptions['connect'],
  timings: Partial<WatchTimings> = {},
) {
  const snapshots: ClusterSnapshot[] = [];
  const confirmations: string[] = [];
  const restarts: WatchRestart[] = [];
  const watch = watchCluster({
    clusterId: 'cls-abcdefgh',
    connect,
    onSnapshot: snapshot => snapshots.push(snapshot),
    onConfirmed: at => confirmations.push(at),
    onRestart: restart => restarts.push(restart),
    timings: { ...FAST_TIMINGS, ...timings },
  });
  return {
    snapshots,
    confirmations,
    restarts,
    stop: () => watch.stop(),
    /** The first snapshot, from now on or the latest, for which this is so. */
    async until(
      what: (snapshot: ClusterSnapshot) => boolean,
      timeoutMs = 10_000,
    ): Promise<ClusterSnapshot> {
      const deadline = Date.now() + timeoutMs;
      for (;;) {
        const latest = snapshots.at(-1);
        if (latest && what(latest)) {
          return latest;
        }
        if (Date.now() > deadline) {
          throw new Error(
            `Not within ${timeoutMs} ms: ${what}. Latest: ${JSON.stringify(
              latest,
            )}`,
          );
        }
        await sleep(5);
      }
    },
  };
}

/** Waits until something is so. */
export async function eventually(
  what: () => boolean,
  timeoutMs = 10_000,
): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!what()) {
    if (Date.now() > deadline) {
      throw new Error(`Not within ${timeoutMs} ms: ${what}`);
    }
    await sleep(5);
  }
}
