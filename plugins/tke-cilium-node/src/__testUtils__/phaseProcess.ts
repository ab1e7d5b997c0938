import { execFileSync, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join } from 'node:path';

/** What the process runs. Goes to it as its one argument. */
export type PhaseProcessOptions = {
  phase: string;
  input: object;
  clusterId: string;
  kubeconfigPath: string;
  helmCommand: string;
  /** A killed process leaves what it wrote there. */
  temporaryDirectory: string;
};

/** A phase that was killed, or that ended before that. */
export type KilledPhase = { killed: boolean; lines: string[] };

const TSX = require.resolve('tsx/cli');
const RUNNER = join(__dirname, 'runPhaseProcess.ts');

/**
 * Runs a phase in a process of its own and ends that with SIGKILL as soon as `killWhen` says so.
 *
 * @param killWhen - asked for every line, and every 20 ms with an empty one
 */
export async function startPhaseProcess(
  options: PhaseProcessOptions,
  killWhen: (line: string) => boolean | Promise<boolean>,
  { withHelm = false }: { withHelm?: boolean },
): Promise<KilledPhase> {
  const child = spawn(
    process.execPath,
    [TSX, RUNNER, JSON.stringify(options)],
    // NODE_OPTIONS is meant for jest.
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        TMPDIR: options.temporaryDirectory,
      },
    },
  );
  const lines: string[] = [];
  let killed = false;
  const consider = async (line: string) => {
    if (!killed && (await killWhen(line)) && !killed) {
      killed = true;
      for (const pid of [
        ...(withHelm ? descendants(child.pid!) : descendants(child.pid!, 1)),
        child.pid!,
      ]) {
        try {
          process.kill(pid, 'SIGKILL');
        } catch {
          // It ended in this moment.
        }
      }
    }
  };
  const poll = setInterval(() => consider('').catch(() => undefined), 20);
  const reading = [child.stdout, child.stderr].map(async stream => {
    for await (const line of createInterface({ input: stream })) {
      lines.push(line);
      await consider(line);
    }
  });
  await new Promise(resolve => child.once('exit', resolve));
  clearInterval(poll);
  if (withHelm || !killed) {
    // A Helm that lives on keeps the pipes open.
    await Promise.all(reading);
  }
  return { killed, lines };
}

/** tsx starts a node of its own, which starts Helm. */
function descendants(pid: number, depth = 3): number[] {
  if (depth === 0) {
    return [];
  }
  let children: number[];
  try {
    children = execFileSync('ps', ['-o', 'pid=', '--ppid', String(pid)])
      .toString()
      .split('\n')
      .filter(line => line.trim())
      .map(Number);
  } catch {
    return [];
  }
  return children.flatMap(child => [...descendants(child, depth - 1), child]);
}
