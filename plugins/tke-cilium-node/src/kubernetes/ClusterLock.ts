import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { ConflictError } from '@backstage/errors';
import {
  CILIUM_NAMESPACE,
  FIELD_MANAGER,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { KubernetesClient } from './KubernetesClient';
import { isConflict } from './KubernetesError';
import { sleepUnlessAborted } from '../retry/retryWithBackoff';
import { isRetryable } from './retry';
import { KubernetesObject, ObjectReference, ResourceReference } from './types';

const LEASES: ResourceReference = {
  apiVersion: 'coordination.k8s.io/v1',
  plural: 'leases',
  namespace: CILIUM_NAMESPACE,
};

const LEASE: ObjectReference = { ...LEASES, name: FIELD_MANAGER };

type Lease = KubernetesObject & {
  spec: {
    holderIdentity: string;
    leaseDurationSeconds: number;
    acquireTime: string;
    renewTime: string;
  };
};

const LEASE_MS = 15_000;

/** Options of {@link withClusterLock}. */
export type ClusterLockOptions = {
  client: KubernetesClient;
  /** What the holder does, for those who wait. */
  purpose: string;
  signal: AbortSignal;
  log: (message: string) => void;
  /** How long a holder that died keeps others out. Default 15 000. */
  leaseMs?: number;
};

/**
 * Runs `work` while nobody else changes the cluster: a Lease in the cluster itself, so that it holds
 * across processes, replicas and Backstage installations.
 *
 * @remarks
 * Others are recognised as dead when their lease has not changed for as long as it lasts, measured
 * by the clock of whoever waits: two hosts' clocks are never compared. The signal that `work` gets is
 * aborted when the lease could not be renewed in time, because then somebody else may be at work.
 */
export async function withClusterLock<T>(
  options: ClusterLockOptions,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const { client, purpose, signal, leaseMs = LEASE_MS } = options;
  const holder = `${purpose} (${hostname()}-${process.pid}-${randomUUID().slice(
    0,
    8,
  )})`;
  let lease: Lease;
  try {
    lease = await acquire({ ...options, leaseMs }, holder);
  } catch (error) {
    // A create may have arrived although it was aborted or its answer was lost.
    await release(options, holder);
    throw error;
  }

  const lost = new AbortController();
  const ended = new AbortController();
  const renewing = (async () => {
    let renewedAt = Date.now();
    while (!ended.signal.aborted) {
      await sleepUnlessAborted(leaseMs / 4, ended.signal);
      try {
        lease = await client.replace<Lease>(
          LEASE,
          {
            ...lease,
            spec: { ...lease.spec, renewTime: microTime() },
          } as Lease,
          { signal: ended.signal, timeoutMs: leaseMs / 4, attempts: 1 },
        );
        renewedAt = Date.now();
      } catch (error) {
        if (ended.signal.aborted) {
          return;
        }
        const known = lease;
        const current = isConflict(error)
          ? await client.get<Lease>(LEASE, { attempts: 1 }).catch(() => known)
          : known;
        if (current?.spec.holderIdentity !== holder) {
          lost.abort(lostError(client.clusterId, purpose));
          return;
        }
        // A renewal whose answer was lost has changed the version.
        lease = current;
        if (Date.now() - renewedAt > leaseMs) {
          lost.abort(lostError(client.clusterId, purpose));
          return;
        }
      }
    }
  })().catch(() => undefined);

  try {
    return await work(AbortSignal.any([signal, lost.signal]));
  } finally {
    ended.abort();
    await renewing;
    if (!lost.signal.aborted) {
      await release(options, holder);
    }
  }
}

async function acquire(
  options: ClusterLockOptions & { leaseMs: number },
  holder: string,
): Promise<Lease> {
  const { client, signal, log, leaseMs } = options;
  let seen: { version?: string; at: number; holder?: string } | undefined;
  for (;;) {
    const current = await client.get<Lease>(LEASE, { signal });
    if (current?.spec.holderIdentity === holder) {
      // An earlier try of ours arrived although its answer did not.
      return current;
    }
    const version = current?.metadata.resourceVersion;
    if (!seen || seen.version !== version) {
      const owner = current?.spec.holderIdentity;
      if (owner && owner !== seen?.holder) {
        log(`Waiting for another run to end: ${owner}`);
      }
      seen = { version, at: Date.now(), holder: owner };
    }
    const expiresMs = (current?.spec.leaseDurationSeconds ?? 0) * 1000;
    if (!current || Date.now() - seen.at >= expiresMs) {
      const taken = await take(client, current, holder, leaseMs, signal);
      if (taken) {
        if (current) {
          log(`Took over from a run that ended without a word: ${seen.holder}`);
        }
        return taken;
      }
    }
    await sleepUnlessAborted(500, signal);
  }
}

async function take(
  client: KubernetesClient,
  current: Lease | undefined,
  holder: string,
  leaseMs: number,
  signal: AbortSignal,
): Promise<Lease | undefined> {
  const now = microTime();
  const lease: Lease = {
    apiVersion: LEASE.apiVersion,
    kind: 'Lease',
    metadata: current?.metadata ?? {
      name: LEASE.name,
      namespace: LEASE.namespace,
    },
    spec: {
      holderIdentity: holder,
      leaseDurationSeconds: leaseMs / 1000,
      acquireTime: now,
      renewTime: now,
    },
  };
  try {
    return current
      ? await client.replace<Lease>(LEASE, lease, { signal })
      : await client.create<Lease>(LEASES, lease, { signal });
  } catch (error) {
    if (isConflict(error) || isRetryable(error)) {
      return undefined;
    }
    throw error;
  }
}

/** Not with the caller's signal: an aborted run must not leave its lock behind. */
async function release(
  options: ClusterLockOptions,
  holder: string,
): Promise<void> {
  const { client, log, leaseMs = LEASE_MS } = options;
  const limits = { timeoutMs: 3000, attempts: 2 };
  try {
    const current = await client.get<Lease>(LEASE, limits);
    if (current?.spec.holderIdentity === holder) {
      const { uid, resourceVersion } = current.metadata;
      await client.delete(LEASE, {
        ...limits,
        preconditions: { uid, resourceVersion },
      });
    }
  } catch (error) {
    log(
      `The lock on cluster ${
        client.clusterId
      } could not be released and ends by itself in ${leaseMs / 1000} s: ${
        (error as Error).message
      }`,
    );
  }
}

function lostError(clusterId: string, purpose: string): Error {
  return new ConflictError(
    `Cluster ${clusterId}: the lock for ${purpose} was lost, because the API server did not answer in time or another run took over. Everything that was done stays; run the phase again to finish.`,
  );
}

function microTime(): string {
  return new Date().toISOString().replace('Z', '000Z');
}
