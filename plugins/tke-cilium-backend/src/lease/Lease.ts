/**
 * The right to watch a cluster and to write what is known of it. Of all leases of a cluster only
 * the one with the highest generation is valid.
 */
export type Lease = {
  clusterId: string;
  /** Id of the replica that holds it. */
  holder: string;
  /** Counts up with every new holder. */
  generation: number;
};
