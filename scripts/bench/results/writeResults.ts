import { mkdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { REPOSITORY_ROOT } from '../../repositoryRoot';
import { meetsTarget, type Row } from './Row';

const FOLDER = path.join(REPOSITORY_ROOT, 'bench-results');

/** Writes the rows as JSON, with what they were measured on, and gives the path. */
export async function writeResults(options: {
  scale: string;
  startedAt: Date;
  loadBefore: number;
  peerVersion: string;
  rows: Row[];
  /** What could not be measured, and why. */
  failures: string[];
}): Promise<string> {
  const { scale, startedAt, loadBefore, peerVersion, rows, failures } = options;
  const stamp = startedAt.toISOString().replace(/[:.]/g, '-');
  const file = path.join(FOLDER, `${stamp}-${scale}.json`);
  await mkdir(FOLDER, { recursive: true });
  await writeFile(
    file,
    JSON.stringify(
      {
        scale,
        startedAt: startedAt.toISOString(),
        seconds: Math.round((Date.now() - startedAt.getTime()) / 1000),
        machine: {
          cores: os.availableParallelism(),
          cpu: os.cpus()[0]?.model,
          memoryGiB: Math.round(os.totalmem() / 2 ** 30),
          node: process.version,
          // More than the run itself makes: somebody else was at work.
          loadBefore,
        },
        peer: `@backstage/plugin-kubernetes-backend ${peerVersion}`,
        rows: rows.map(row => ({ ...row, met: meetsTarget(row) })),
        failures,
      },
      null,
      2,
    ),
  );
  return file;
}
