import type { Agent } from 'node:http';
import { getEventListeners } from 'node:events';
import { ClusterConnection } from '../connections/ClusterConnections';
import { KubernetesClient } from '../kubernetes/KubernetesClient';

/** How many of each kind there are. */
export type ResourceCounts = Record<string, number>;

/** What keeps this process alive: its sockets, servers, child processes and timers. */
export function countActiveResources(): ResourceCounts {
  const counts: ResourceCounts = {};
  for (const kind of process.getActiveResourcesInfo()) {
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

/** Closes the connections that an agent keeps for later. */
export function closeIdleConnections({ freeSockets }: Agent): void {
  Object.values(freeSockets)
    .flat()
    .forEach(socket => socket?.destroy());
}

/** Connections that are in use, and requests that wait for one. */
export function countRequests({ sockets, requests }: Agent): ResourceCounts {
  const all = (lists: NodeJS.ReadOnlyDict<unknown[]>) =>
    Object.values(lists).flat().length;
  return { sockets: all(sockets), waiting: all(requests) };
}

/** The kinds of which there are more than before, for `expect(…).toEqual({})`. */
export function growth(
  before: ResourceCounts,
  after: ResourceCounts,
): ResourceCounts {
  return Object.fromEntries(
    Object.entries(after)
      .map(([kind, count]) => [kind, count - (before[kind] ?? 0)] as const)
      .filter(([, more]) => more > 0),
  );
}

/** Sees every abort signal that goes through a connection, and counts who still listens to them. */
export class SignalWitness {
  readonly #signals = new Set<AbortSignal>();

  private constructor() {}

  static create(): SignalWitness {
    return new SignalWitness();
  }

  get listeners(): number {
    return [...this.#signals]
      .map(signal => getEventListeners(signal, 'abort').length)
      .reduce((sum, count) => sum + count, 0);
  }

  watch(connection: ClusterConnection): ClusterConnection {
    return { ...connection, kubernetes: this.#witness(connection.kubernetes) };
  }

  #witness(client: KubernetesClient): KubernetesClient {
    return new Proxy(client, {
      get: (target, name) => {
        const member = Reflect.get(target, name, target);
        return typeof member !== 'function'
          ? member
          : (...args: unknown[]) => {
              args.forEach(argument => this.#note(argument));
              return member.apply(target, args);
            };
      },
    });
  }

  #note(argument: unknown): void {
    const signal = (argument as { signal?: unknown } | undefined)?.signal;
    if (signal instanceof AbortSignal) {
      this.#signals.add(signal);
    }
  }
}
