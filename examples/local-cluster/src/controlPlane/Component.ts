import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import type { CommandLine, ComponentName } from './components';

/** One running component; its output goes to a log file. */
export class Component {
  readonly name: ComponentName;
  readonly pid: number;
  readonly #process: ChildProcess;
  readonly #logPath: string;

  private constructor(
    name: ComponentName,
    child: ChildProcess,
    logPath: string,
  ) {
    this.name = name;
    this.pid = child.pid ?? 0;
    this.#process = child;
    this.#logPath = logPath;
  }

  static start(
    name: ComponentName,
    { command, args }: CommandLine,
    logPath: string,
  ): Component {
    const log = openSync(logPath, 'a');
    try {
      const child = spawn(command, args, {
        // Its own process group: Ctrl-C in the terminal must not stop etcd before the API server.
        detached: true,
        stdio: ['ignore', log, log],
        // Nothing of the caller's environment but what a program needs; above all no proxy
        // settings, which would send loopback traffic elsewhere.
        env: { PATH: process.env.PATH, HOME: process.env.HOME },
      });
      child.unref();
      child.on('error', () => {
        // Not started; `explainExit` says so.
      });
      return new Component(name, child, logPath);
    } finally {
      closeSync(log);
    }
  }

  get running(): boolean {
    const { exitCode, signalCode, pid } = this.#process;
    return pid !== undefined && exitCode === null && signalCode === null;
  }

  /** Why it is not running, with the end of its log. */
  explainExit(): string {
    const { exitCode, signalCode, pid, spawnfile } = this.#process;
    if (pid === undefined) {
      return `${this.name} could not be started (${spawnfile})`;
    }
    return `${this.name} ended with ${
      signalCode ?? `exit code ${exitCode}`
    }. The end of ${this.#logPath}:\n${this.#logTail()}`;
  }

  /** Resolves when it is gone. */
  async ended(): Promise<void> {
    while (this.running) {
      await new Promise(resolve => setTimeout(resolve, 10));
    }
  }

  /** Asks it to stop, then insists, and resolves when it is gone. */
  async stop(graceMilliseconds = 1000): Promise<void> {
    this.#process.kill('SIGTERM');
    const insist = setTimeout(
      () => this.#process.kill('SIGKILL'),
      graceMilliseconds,
    );
    await this.ended();
    clearTimeout(insist);
  }

  #logTail(): string {
    return readFileSync(this.#logPath, 'utf8')
      .split('\n')
      .slice(-15)
      .join('\n');
  }
}
