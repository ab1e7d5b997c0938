// A whole Backstage backend in a process of its own: our plugin, and the real
// Kubernetes plugin beside it. `process.argv[2]`: JSON of the catalog's
// entities, or `app` for an app in a browser, with a real catalog; the rest are
// options of Backstage.
import { setTimeout as sleep } from 'node:timers/promises';
import { createBackend } from '@backstage/backend-defaults';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { appFeatures } from './appFeatures';
import { countingMetrics } from './countingMetrics';
import type { Answers, Question } from './questions';

const GIVE_BACK_MS = 1_000;
/** What comes and goes while nothing happens. */
const BREATH_BYTES = 100_000;

const [entities] = process.argv.splice(2, 1);
const { factory, counts } = countingMetrics();

const backend = createBackend();
backend.add(factory);
backend.add(
  entities === 'app'
    ? appFeatures
    : catalogServiceMock.factory({ entities: JSON.parse(entities) }),
);
backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@backstage/plugin-kubernetes-backend'));
backend.add(import('@tke-cilium/backstage-plugin-tke-cilium-backend'));
backend.start();

async function answer(
  what: Question['what'],
): Promise<Answers[Question['what']]> {
  if (what === 'cpu') {
    const { user, system } = process.cpuUsage();
    return { seconds: (user + system) / 1_000_000 };
  }
  if (what === 'memory') {
    return {
      heldBytes: await heldBytes(),
      residentBytes: process.memoryUsage().rss,
    };
  }
  return counts;
}

/** Collects until no less is held: what one collection lets go is given back a little later, by other threads. */
async function heldBytes(): Promise<number> {
  let before = Infinity;
  for (;;) {
    global.gc?.();
    await sleep(GIVE_BACK_MS);
    const { heapUsed, external } = process.memoryUsage();
    const held = heapUsed + external;
    if (held > before - BREATH_BYTES) {
      return held;
    }
    before = held;
  }
}

process.on('message', async ({ id, what }: Question) => {
  process.send?.({ id, answer: await answer(what) });
});
// The bench is gone, however it ended.
process.on('disconnect', () => process.exit());
