import { ChildProcess, execFileSync, spawn } from 'node:child_process';
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

/** A phase in a process of its own, that can be ended with SIGKILL. */
export class PhaseProcess {
  readonly #child: ChildProcess;
  readonly #exited: Promise<unknown>;
  readonly #reading: Promise<unknown>;
  readonly #lines: string[] = [];
  #killed = false;
  #helmLivesOn = false;

  static start(options: PhaseProcessOptions): PhaseProcess {
    return new PhaseProcess(options);
  }

  private constructor(options: PhaseProcessOptions) {
    this.#child = spawn(
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
    this.#exited = new Promise(resolve => this.#child.once('exit', resolve));
    this.#reading = Promise.all(
      [this.#child.stdout!, this.#child.stderr!].map(async stream => {
        for await (const line of createInterface({ input: stream })) {
          this.#lines.push(line);
        }
      }),
    );
  }

  /** Kills the process, with the Helm that it runs or without. */
  kill({ withHelm }: { withHelm: boolean }): void {
    if (this.#killed || this.#child.exitCode !== null) {
      return;
    }
    this.#killed = true;
    this.#helmLivesOn = !withHelm;
    const pid = this.#child.pid!;
    for (const each of [...descendants(pid, withHelm ? 3 : 1), pid]) {
      try {
        process.kill(each, 'SIGKILL');
      } catch {
        // It ended in this moment.
      }
    }
  }

  /** Waits until it has ended, by itself or killed. */
  async ended(): Promise<KilledPhase> {
    await this.#exited;
    if (!this.#helmLivesOn) {
      // A Helm that lives on keeps the pipes open.
      await this.#reading;
    }
    return { killed: this.#killed, lines: this.#lines };
  }
}

/** tsx starts a node of its own, which starts Helm. */
function descendants(pid: number, depth: number): number[] {
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
