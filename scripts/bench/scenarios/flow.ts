import { DemoCloud } from '../../start/DemoCloud';
import { print } from '../../print';
import { FORM } from '../flow/form';
import { PlainApi } from '../flow/PlainApi';
import { runPlainScript } from '../flow/plainScript';
import type { Row } from '../results/Row';
import { ScaffolderBackend } from '../stand/ScaffolderBackend';

/** A cluster that takes five minutes in the cloud takes less than two here. */
const SPEED = 3;
/** What a script sleeps between two looks. */
const SCRIPT_PAUSE_MS = 5_000;

/** From the form to a ready cluster, beside a script that does the same by hand, at the same time. */
export async function measureFlow(): Promise<Row[]> {
  const cloud = await DemoCloud.start({ speed: SPEED });
  try {
    const backend = await ScaffolderBackend.start(cloud.environment());
    try {
      print('From a form to a ready cluster, beside a plain script');
      const api = PlainApi.create(cloud.account(), SCRIPT_PAUSE_MS / SPEED);
      const [ours, script] = await Promise.all([
        secondsOf(() => backend.makeCluster({ ...FORM, name: 'form' })),
        secondsOf(() => runPlainScript(api, 'script')),
      ]);
      return [
        {
          work: 'Form → ready cluster',
          at: `${FORM.replicas} nodes, ${SPEED}× speed`,
          unit: 's',
          peer: script,
          ours,
          target: script,
          note: 'The peer is a script that takes the same steps one after the other, at the same time and in the same simulated cloud.',
        },
      ];
    } finally {
      await backend.stop();
    }
  } finally {
    await cloud.stop();
  }
}

async function secondsOf(work: () => Promise<void>): Promise<number> {
  const startedMs = performance.now();
  await work();
  return (performance.now() - startedMs) / 1000;
}
