/** What a replica knows of itself. */
export type ReplicaLife = {
  /** Whether the other replicas have seen a sign of life lately. */
  isAlive: boolean;
  /** How many clusters it watches. */
  clusters: number;
};
