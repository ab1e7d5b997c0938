import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../packageRoot';
import { STOP_ORDER } from './components';

/**
 * A process that stops other processes, the components of a control plane or any other, when its
 * owner says so or dies, even by SIGKILL.
 *
 * @remarks
 * Nothing else can promise that a crashed test run leaves no etcd behind: a Node process cannot clean
 * up after its own SIGKILL, and the components do not watch their parent.
 *
 * @public
 */
export class Reaper {
  readonly #process: ChildProcess;

  private constructor(child: ChildProcess) {
    this.#process = child;
  }

  /**
   * @param order - names of the processes, in the order in which they are stopped
   */
  static start(order: readonly string[] = STOP_ORDER): Reaper {
    const child = spawn(
      process.execPath,
      [join(PACKAGE_ROOT, 'src', 'controlPlane', 'reaper.js'), ...order],
      // A group of its own, out of reach of Ctrl-C; NODE_OPTIONS of the owner (a test runner's
      // flags, a loader) must not load into it.
      {
        detached: true,
        stdio: ['pipe', 'ignore', 'ignore'],
        env: { ...process.env, NODE_OPTIONS: '' },
      },
    );
    child.unref();
    // The pipe must not keep the owner alive: an owner that ends is the signal to stop.
    (child.stdin as unknown as { unref(): void }).unref();
    child.stdin?.on('error', () => {
      // The reaper is gone; `stop` finds out by its exit.
    });
    return new Reaper(child);
  }

  /** Tells the reaper which process to stop under that name. */
  watch(name: string, pid: number): void {
    this.#process.stdin?.write(`${name} ${pid}\n`);
  }

  /** Kills all components, in order. */
  async stop(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) {
      return;
    }
    const exited = once(this.#process, 'exit');
    this.#process.ref();
    this.#process.stdin?.end();
    await exited;
  }
}
