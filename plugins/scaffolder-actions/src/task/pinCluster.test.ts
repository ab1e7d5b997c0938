import { ClusterConnection } from '@tke-cilium/backstage-plugin-tke-cilium-node';
import { ClusterInput } from './startPhase';
import { pinCluster } from './pinCluster';

const clusterId = 'cls-1a2b3c4d';
const { signal } = new AbortController();

/** A connection to a cluster whose namespace kube-system has this uid. */
function connectionTo(uid: string | undefined) {
  return {
    clusterId,
    kubernetes: {
      get: async () => uid && { metadata: { name: 'kube-system', uid } },
    },
  } as unknown as ClusterConnection;
}

/** A context whose checkpoints outlive it, as those of a retried step do. */
function contextOf(
  checkpoints: Map<string, unknown>,
  input: ClusterInput,
): Parameters<typeof pinCluster>[0] {
  return {
    input,
    async checkpoint({ key, fn }) {
      if (!checkpoints.has(key)) {
        checkpoints.set(key, await fn());
      }
      return checkpoints.get(key) as Awaited<ReturnType<typeof fn>>;
    },
  };
}

describe('pinCluster', () => {
  it('lets a retried step go on against the same cluster', async () => {
    const checkpoints = new Map();
    const ctx = () => contextOf(checkpoints, { clusterId });

    await expect(pinCluster(ctx(), connectionTo('a'), signal)).resolves.toBe(
      'a',
    );
    await expect(pinCluster(ctx(), connectionTo('a'), signal)).resolves.toBe(
      'a',
    );
    expect([...checkpoints]).toEqual([[`cluster-uid.${clusterId}`, 'a']]);
  });

  it('stops a retried step that would go on against another cluster', async () => {
    const checkpoints = new Map();
    await pinCluster(
      contextOf(checkpoints, { clusterId }),
      connectionTo('a'),
      signal,
    );

    await expect(
      pinCluster(
        contextOf(checkpoints, { clusterId }),
        connectionTo('b'),
        signal,
      ),
    ).rejects.toThrow(
      'cls-1a2b3c4d is not the cluster that this task began on: namespace kube-system has the uid b, expected a.',
    );
  });

  it('does not mix up two clusters of one step', async () => {
    const checkpoints = new Map();
    await pinCluster(
      contextOf(checkpoints, { clusterId }),
      connectionTo('a'),
      signal,
    );

    await expect(
      pinCluster(
        contextOf(checkpoints, { clusterId: 'cls-5e6f7g8h' }),
        connectionTo('b'),
        signal,
      ),
    ).resolves.toBe('b');
  });

  it('stops a step that an earlier step would hand another cluster', async () => {
    await expect(
      pinCluster(
        contextOf(new Map(), { clusterId, clusterUid: 'a' }),
        connectionTo('b'),
        signal,
      ),
    ).rejects.toThrow('expected a');
  });

  it('refuses an API server that is no cluster', async () => {
    await expect(
      pinCluster(
        contextOf(new Map(), { clusterId }),
        connectionTo(undefined),
        signal,
      ),
    ).rejects.toThrow('has no namespace kube-system');
  });
});
