import { isError, NotFoundError } from '@backstage/errors';
import { AccessSource, ApiServerAccess } from './ApiServerAccess';

/** For how long a source that does not have the cluster is not asked again. */
const REST_MS = 60_000;

/**
 * The access that one of several sources gives: where entities disagree on the account or region of
 * a cluster, the one that really has it.
 *
 * @remarks
 * Otherwise an entity that names a wrong account could take a cluster away from everybody. A source
 * without the cluster is left alone for a minute: each watch of a cluster that is not there asks
 * every few seconds, and an account's calls are limited.
 */
export class AnyAccess implements AccessSource {
  readonly #sources: readonly AccessSource[];
  readonly #absences = new Map<number, { error: unknown; until: number }>();
  #first = 0;

  static create(sources: readonly AccessSource[]): AnyAccess {
    return new AnyAccess(sources);
  }

  private constructor(sources: readonly AccessSource[]) {
    this.#sources = sources;
  }

  /** @throws what a source throws that knows the cluster, else what the first one throws */
  async access(refused?: ApiServerAccess): Promise<ApiServerAccess> {
    const failures: unknown[] = [];
    for (const offset of this.#sources.keys()) {
      const index = (this.#first + offset) % this.#sources.length;
      const absence = this.#absences.get(index);
      if (absence && performance.now() < absence.until) {
        failures.push(absence.error);
        continue;
      }
      try {
        const access = await this.#sources[index].access(refused);
        // The next request asks it first, and does not wait for the others.
        this.#first = index;
        return access;
      } catch (error) {
        failures.push(error);
        if (isNotFound(error)) {
          this.#absences.set(index, {
            error,
            until: performance.now() + REST_MS,
          });
        }
      }
    }
    throw failures.find(error => !isNotFound(error)) ?? failures[0];
  }
}

function isNotFound(error: unknown): boolean {
  return isError(error) && error.name === NotFoundError.name;
}
