import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import readline from 'node:readline';

const LEASH = path.join(__dirname, 'leash.mjs');

/** Options of {@link LeashedProcess.start}. */
export type LeashedProcessOptions = {
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** Sees every line that the program prints, on either stream. */
  onLine: (line: string) => void;
};

/** A program that ends when we end, however we end. */
export class LeashedProcess {
  readonly #child: ChildProcess;
  /** Exit code, when the program has ended. */
  readonly exited: Promise<number>;

  private constructor(child: ChildProcess) {
    this.#child = child;
    this.exited = once(child, 'exit').then(([code]) => code ?? 1);
  }

  static start(
    program: string,
    args: string[],
    options: LeashedProcessOptions,
  ): LeashedProcess {
    // Detached: out of reach of the terminal's Ctrl-C, see leash.mjs.
    const child = spawn(process.execPath, [LEASH, program, ...args], {
      cwd: options.cwd,
      env: options.env,
      detached: true,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) {
      readline.createInterface({ input: stream }).on('line', options.onLine);
    }
    return new LeashedProcess(child);
  }

  /** Stops the program and everything it started; resolves when it is gone. */
  async stop(): Promise<void> {
    this.#child.stdin?.end();
    await this.exited;
  }
}
