import { Lease } from './Lease';

/** A write was refused: the lease that it carries is not the newest of its cluster. */
export class LeaseLostError extends Error {
  readonly lease: Lease;

  constructor(lease: Lease) {
    const { clusterId, generation } = lease;
    super(
      `Nothing was written for cluster ${clusterId}: another replica watches it by now, and generation ${generation} of its lease is over`,
    );
    this.name = 'LeaseLostError';
    this.lease = lease;
  }
}
