/** What the database says about replicas and leases, as one replica read it. */
export type LeaseView = {
  /** The replicas that are alive, with the clusters that each can watch. */
  replicas: ReadonlyMap<string, ReadonlySet<string>>;
  /** The replica that holds each cluster's lease. A holder that is not alive holds nothing. */
  holders: ReadonlyMap<string, string>;
};

/** What one replica should do about its leases. Ids of clusters. */
export type LeasePlan = { acquire: string[]; release: string[] };

/** A watch starts with lists of everything: a few moves at a time spare the API servers. */
const MOVES_AT_ONCE = 4;

/**
 * Who should watch what. Every replica plans for all from the same rows, so that they agree without
 * talking; where two see different rows the database lets only one of them have the lease.
 *
 * @remarks
 * A free cluster goes to the replica with the fewest of those that can watch it. A replica gives one
 * up only when another one would still have fewer than it: nothing ever moves back and forth.
 */
export function planLeases(replicaId: string, view: LeaseView): LeasePlan {
  const { replicas, holders } = view;
  const holderOf = (clusterId: string) => {
    const holder = holders.get(clusterId);
    return holder !== undefined && replicas.has(holder) ? holder : undefined;
  };
  const load = new Map([...replicas.keys()].map(id => [id, 0]));
  const add = (id: string, count: number) =>
    load.set(id, (load.get(id) ?? 0) + count);
  const idlest = (clusterId: string) =>
    [...replicas.keys()]
      .filter(id => replicas.get(id)?.has(clusterId))
      .sort(
        (a, b) => (load.get(a) ?? 0) - (load.get(b) ?? 0) || (a < b ? -1 : 1),
      )[0];

  const held = [...holders.keys()].filter(
    clusterId => holderOf(clusterId) === replicaId,
  );
  for (const clusterId of holders.keys()) {
    const holder = holderOf(clusterId);
    if (holder !== undefined) {
      add(holder, 1);
    }
  }

  const wanted = new Set([...replicas.values()].flatMap(ids => [...ids]));
  const free = [...wanted].filter(id => holderOf(id) === undefined).sort();
  const acquire: string[] = [];
  for (const clusterId of free) {
    const chosen = idlest(clusterId);
    add(chosen, 1);
    if (chosen === replicaId) {
      acquire.push(clusterId);
    }
  }

  const mine = replicas.get(replicaId);
  const release = held.filter(clusterId => !mine?.has(clusterId));
  add(replicaId, -release.length);
  let moves = 0;
  for (const clusterId of held.filter(id => mine?.has(id)).sort()) {
    const target = idlest(clusterId);
    const surplus = (load.get(replicaId) ?? 0) - (load.get(target) ?? 0);
    if (moves < MOVES_AT_ONCE && surplus > 1) {
      release.push(clusterId);
      add(replicaId, -1);
      add(target, 1);
      moves += 1;
    }
  }
  return { acquire, release };
}
