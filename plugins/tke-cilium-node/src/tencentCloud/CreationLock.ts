/** What whoever holds a {@link CreationLock} knows. @public */
export type HeldCreation = {
  /** Aborted when the lock was lost. Nothing may be made from then on. */
  signal: AbortSignal;
  /** Who held it before may have made the thing a moment ago, so lists may not show it yet. */
  inDoubt: boolean;
  /** The next holder is told that this one may have made the thing. */
  leaveInDoubt: () => void;
};

/**
 * Lets one at a time look for a thing and make it. The API of Tencent Cloud takes no client token, so
 * two who look at the same moment would both find nothing, and both make one.
 *
 * @public
 */
export interface CreationLock {
  /**
   * Works while nobody else does.
   *
   * @param what - names the thing, and where it is
   */
  hold<T>(
    what: string,
    options: {
      signal: AbortSignal;
      /** Called once when somebody else holds it. */
      onWait?: () => void;
    },
    work: (held: HeldCreation) => Promise<T>,
  ): Promise<T>;
}
