import { readFile, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { ServiceUnavailableError } from '@backstage/errors';
import { AccessPendingError } from './AccessPendingError';
import { accessFromKubeconfig } from './accessFromKubeconfig';
import { ApiServerAccess } from './ApiServerAccess';

/**
 * A kubeconfig on disk that may appear late and change at any time: read when it is needed, and
 * again when it, or a certificate it refers to, changed.
 */
export class KubeconfigFile {
  readonly #clusterId: string;
  readonly #path: string;
  readonly #context?: string;
  #current?: Promise<{
    stamp: string;
    files: string[];
    access: ApiServerAccess;
  }>;

  static create(options: {
    clusterId: string;
    path: string;
    context?: string;
  }): KubeconfigFile {
    return new KubeconfigFile(options);
  }

  private constructor(options: {
    clusterId: string;
    path: string;
    context?: string;
  }) {
    this.#clusterId = options.clusterId;
    this.#path = resolve(options.path);
    this.#context = options.context;
  }

  /**
   * @throws `ServiceUnavailableError` when the file is not there, cannot be read or is half
   * written; `InputError` when its content must not be used
   */
  async access(): Promise<ApiServerAccess> {
    const known = this.#current;
    if (known) {
      try {
        const { stamp, files, access } = await known;
        if (stamp === (await this.#stamp(files))) {
          return access;
        }
      } catch {
        // Read it again below, and let that say what is wrong now.
      }
    }
    // Requests that arrive while one of them reads share the result.
    if (this.#current === known) {
      this.#current = this.#read();
    }
    return (await this.#current!).access;
  }

  async #read() {
    const subject = `Cluster ${this.#clusterId}: kubeconfig ${this.#path}`;
    const stamp = await this.#stamp([]);
    const text = await readFile(this.#path, 'utf8').catch(error =>
      this.#unreadable(error),
    );
    const { access, files } = await accessFromKubeconfig({
      subject,
      text,
      directory: dirname(this.#path),
      context: this.#context,
    });
    return {
      stamp: files.length ? await this.#stamp(files) : stamp,
      files,
      access,
    };
  }

  async #stamp(files: string[]): Promise<string> {
    const stats = await Promise.all(
      [this.#path, ...files].map(file => stat(file)),
    ).catch(error => this.#unreadable(error));
    return stats
      .map(({ mtimeMs, size, ino }) => `${mtimeMs}:${size}:${ino}`)
      .join(' ');
  }

  #unreadable(error: NodeJS.ErrnoException): never {
    const where = `Cluster ${this.#clusterId}: kubeconfig ${this.#path}`;
    throw error.code === 'ENOENT'
      ? new AccessPendingError(
          `${where} does not exist (yet). It is looked for again with the next request; a relative path in the configuration starts from the working directory, ${process.cwd()}.`,
        )
      : new ServiceUnavailableError(
          `${where} cannot be read (${error.code}). Check its permissions.`,
        );
  }
}
