import { LeaseView, planLeases } from './planLeases';

const CLUSTERS = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7'];

function viewOf(
  replicas: Record<string, string[]>,
  holders: Record<string, string> = {},
): LeaseView {
  return {
    replicas: new Map(
      Object.entries(replicas).map(([id, wanted]) => [id, new Set(wanted)]),
    ),
    holders: new Map(Object.entries(holders)),
  };
}

/** Lets all replicas act on the same view, again and again, until nobody has anything to do. */
function settle(replicas: Record<string, string[]>, start = {}) {
  const holders: Record<string, string> = { ...start };
  const moves: number[] = [];
  for (let round = 0; round < 100; round += 1) {
    const plans = Object.keys(replicas).map(id => ({
      id,
      plan: planLeases(id, viewOf(replicas, holders)),
    }));
    let changes = 0;
    for (const { id, plan } of plans) {
      for (const clusterId of plan.release) {
        expect(holders[clusterId]).toBe(id);
        delete holders[clusterId];
        changes += 1;
      }
    }
    for (const { id, plan } of plans) {
      for (const clusterId of plan.acquire) {
        expect(replicas).not.toHaveProperty([holders[clusterId]]);
        holders[clusterId] = id;
        changes += 1;
      }
    }
    if (changes === 0) {
      return { holders, moves };
    }
    moves.push(changes);
  }
  throw new Error(`Never settles: ${JSON.stringify(holders)}`);
}

function counts(holders: Record<string, string>): Record<string, number> {
  const result: Record<string, number> = {};
  for (const holder of Object.values(holders)) {
    result[holder] = (result[holder] ?? 0) + 1;
  }
  return result;
}

describe('planLeases', () => {
  it('gives one replica everything', () => {
    const { acquire, release } = planLeases('a', viewOf({ a: CLUSTERS }));
    expect(acquire).toEqual(CLUSTERS);
    expect(release).toEqual([]);
  });

  it('spreads evenly from the start, and nobody takes what another should', () => {
    const { holders, moves } = settle({
      a: CLUSTERS,
      b: CLUSTERS,
      c: CLUSTERS,
    });
    expect(counts(holders)).toEqual({ a: 3, b: 2, c: 2 });
    expect(moves).toEqual([7]);
  });

  it('gives a new replica its share, a few at a time', () => {
    const many = Array.from({ length: 40 }, (_, index) => `c${index}`);
    const start = Object.fromEntries(many.map(id => [id, 'a']));
    const { holders, moves } = settle({ a: many, b: many }, start);
    expect(counts(holders)).toEqual({ a: 20, b: 20 });
    expect(Math.max(...moves)).toBeLessThanOrEqual(8);
  });

  it.each<{
    title: string;
    replicas: Record<string, string[]>;
    start: Record<string, string>;
    expected: Record<string, number>;
  }>([
    {
      title: 'more replicas than clusters',
      replicas: { a: ['c1', 'c2'], b: ['c1', 'c2'], c: ['c1', 'c2'] },
      start: { c1: 'a', c2: 'a' },
      expected: { a: 1, b: 1 },
    },
    {
      title: 'a difference of one, which is fair',
      replicas: { a: CLUSTERS, b: CLUSTERS },
      start: { c1: 'a', c2: 'a', c3: 'a', c4: 'b', c5: 'b', c6: 'b', c7: 'b' },
      expected: { a: 3, b: 4 },
    },
    {
      title: 'several that have too much at once',
      replicas: { a: CLUSTERS, b: CLUSTERS, c: CLUSTERS, d: CLUSTERS },
      start: { c1: 'a', c2: 'a', c3: 'b', c4: 'b', c5: 'c', c6: 'c', c7: 'a' },
      expected: { a: 2, b: 2, c: 2, d: 1 },
    },
  ])('settles with $title', ({ replicas, start, expected }) => {
    expect(counts(settle(replicas, start).holders)).toEqual(expected);
  });

  it('takes over from a replica that is not alive', () => {
    const { holders } = settle(
      { a: CLUSTERS, b: CLUSTERS },
      { c1: 'dead', c2: 'dead', c3: 'a', c4: 'a', c5: 'a' },
    );
    expect(counts(holders)).toEqual({ a: 4, b: 3 });
  });

  it('leaves a cluster that only one can watch to that one', () => {
    const { holders } = settle(
      { a: ['c1', 'c2', 'c3'], b: ['c1', 'c2'] },
      { c1: 'a', c2: 'a' },
    );
    expect(holders.c3).toBe('a');
    expect(counts(holders)).toEqual({ a: 2, b: 1 });
  });

  it('gives up what it can watch no longer, and takes nothing that nobody wants', () => {
    expect(
      planLeases('a', viewOf({ a: ['c1'] }, { c1: 'a', c2: 'a', c3: 'dead' })),
    ).toEqual({ acquire: [], release: ['c2'] });
  });
});
