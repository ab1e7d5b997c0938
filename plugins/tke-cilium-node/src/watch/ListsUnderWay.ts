import {
  createSharedValues,
  SharedValues,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';

/**
 * What the lists of a cluster that are read at the same time share: pods, CiliumNodes and nodes all
 * hold the names of the nodes. Forgotten with the last of them, or it would hold every name that
 * there ever was.
 */
export class ListsUnderWay {
  #count = 0;
  #shared = createSharedValues();

  static create(): ListsUnderWay {
    return new ListsUnderWay();
  }

  private constructor() {}

  /** Reads a list, with what those that are under way have met. */
  async read<Result>(
    list: (shared: SharedValues) => Promise<Result>,
  ): Promise<Result> {
    this.#count += 1;
    try {
      return await list(this.#shared);
    } finally {
      this.#count -= 1;
      if (this.#count === 0) {
        this.#shared = createSharedValues();
      }
    }
  }
}
