/** One line of the table. */
export type Row = {
  work: string;
  /** Size of what it was measured on, for example `1000 nodes`. */
  at: string;
  unit: string;
  /** What plugin-kubernetes needs, or what else it is compared with. */
  peer?: number;
  ours: number;
  /** What ours may be at most. */
  target?: number;
  /** What one must know to read the numbers. */
  note?: string;
};

/** Whether the target is reached; `undefined`: there is none. */
export function meetsTarget({ ours, target }: Row): boolean | undefined {
  return target === undefined ? undefined : ours <= target;
}
