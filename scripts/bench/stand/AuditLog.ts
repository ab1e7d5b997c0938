import { open, stat } from 'node:fs/promises';
import { countRequests, type RequestCounts } from './countRequests';

/** What an API server wrote down about who asked for what. */
export class AuditLog {
  readonly #path: string;
  readonly #username: string;

  /** @param username - whose requests count */
  static create(path: string, username: string): AuditLog {
    return new AuditLog(path, username);
  }

  private constructor(path: string, username: string) {
    this.#path = path;
    this.#username = username;
  }

  /** Where the log ends now. */
  async position(): Promise<number> {
    return (await stat(this.#path)).size;
  }

  async requestsSince(position: number): Promise<RequestCounts> {
    const file = await open(this.#path);
    try {
      const length = (await file.stat()).size - position;
      const buffer = Buffer.alloc(length);
      await file.read(buffer, 0, length, position);
      return countRequests(buffer.toString('utf8'), this.#username);
    } finally {
      await file.close();
    }
  }
}
