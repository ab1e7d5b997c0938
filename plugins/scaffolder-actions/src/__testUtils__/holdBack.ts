import { setTimeout as sleep } from 'node:timers/promises';
import { StartControlPlane } from '@tke-cilium/tencent-stand-in';

/** What the Kubernetes behind a cluster can be late with. */
export type HeldBack =
  /** An API server that answers where the cloud says that it does. */
  | 'answers'
  /** The kinds of the addon of Karpenter. */
  | 'karpenter'
  /** The ready nodes of a pool. */
  | 'nodes';

const NOBODY = '127.0.0.1:1';

/** Has control planes be late with what is in `held`, until it is taken out of it. */
export function holdBack(
  start: StartControlPlane,
  held: ReadonlySet<HeldBack>,
): StartControlPlane {
  return async cluster => {
    const plane = await start(cluster);
    return {
      ...plane,
      get address() {
        return held.has('answers') ? NOBODY : plane.address;
      },
      async addonChanged(name, version) {
        while (name === 'karpenter' && held.has('karpenter')) {
          await sleep(100, undefined, { ref: false });
        }
        await plane.addonChanged(name, version);
      },
      readyNodes: async pool =>
        held.has('nodes') ? 0 : plane.readyNodes(pool),
    };
  };
}
