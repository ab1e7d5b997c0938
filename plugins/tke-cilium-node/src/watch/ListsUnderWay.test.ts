import { SharedValues } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { ListsUnderWay } from './ListsUnderWay';

describe('ListsUnderWay', () => {
  /** Begins a list: what it shares, and how to end it. */
  function begin(lists: ListsUnderWay) {
    let end: (failure?: Error) => void = () => {};
    let shared: SharedValues | undefined;
    const ended = lists.read(async met => {
      shared = met;
      await new Promise<void>((resolve, reject) => {
        end = failure => (failure ? reject(failure) : resolve());
      });
    });
    return {
      shared,
      end: async (failure?: Error) => {
        end(failure);
        await ended.catch(() => {});
      },
    };
  }

  it('shares between lists that overlap, until the last of them has ended', async () => {
    const lists = ListsUnderWay.create();
    const nodes = begin(lists);
    const pods = begin(lists);
    expect(pods.shared).toBe(nodes.shared);
    await nodes.end();
    const machines = begin(lists);
    expect(machines.shared).toBe(nodes.shared);
    await pods.end(new Error('reset'));
    await machines.end();
    expect(begin(lists).shared).not.toBe(nodes.shared);
  });
});
