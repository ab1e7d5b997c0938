import { ServiceUnavailableError } from '@backstage/errors';
import { CloudChoicesResponse } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import {
  CloudChoiceQuery,
  isTencentCloudError,
  readCloudChoices,
  TencentCloudRegion,
} from '@tke-cilium/backstage-plugin-tke-cilium-node';
import { LRUCache } from 'lru-cache';

const KEPT_MS = 60_000;
/** Of all answers together; a region sells some hundred types of machine. */
const ITEMS_KEPT = 20_000;
/** Somebody waits for the form. */
const DEADLINE_MS = 15_000;

type Question = { cloud: TencentCloudRegion; query: CloudChoiceQuery };

/**
 * Asks the cloud, and keeps its answers for a minute. Who asks while the same question is under way
 * gets the same answer. Errors are not kept.
 */
export class CachedChoices {
  readonly #answers = new LRUCache<string, CloudChoicesResponse, Question>({
    ttl: KEPT_MS,
    maxSize: ITEMS_KEPT,
    sizeCalculation: ({ items }) => items.length + 1,
    fetchMethod: (_key, _stale, { context }) => ask(context),
    // An answer that somebody waits for is wanted, kept or not.
    ignoreFetchAbort: true,
  });

  static create(): CachedChoices {
    return new CachedChoices();
  }

  private constructor() {}

  /**
   * @throws `ServiceUnavailableError` that says why the cloud gave no answer, and what to do;
   * `NotFoundError` when there is no such cluster
   */
  read(
    cloud: TencentCloudRegion,
    query: CloudChoiceQuery,
  ): Promise<CloudChoicesResponse> {
    const { kind, vpcId, clusterId, zone } = query;
    const key = [cloud.account, cloud.region, kind, vpcId, clusterId, zone];
    return this.#answers.forceFetch(JSON.stringify(key), {
      context: { cloud, query },
    });
  }
}

async function ask({ cloud, query }: Question): Promise<CloudChoicesResponse> {
  const signal = AbortSignal.timeout(DEADLINE_MS);
  try {
    const items = await readCloudChoices(cloud, query, signal);
    return { items, observedAt: new Date().toISOString() };
  } catch (error) {
    if (isTencentCloudError(error)) {
      throw new ServiceUnavailableError(error.message);
    }
    if (signal.aborted) {
      throw new ServiceUnavailableError(
        `Tencent Cloud account "${cloud.account}", region ${
          cloud.region
        }: no list of ${query.kind} came within ${
          DEADLINE_MS / 1000
        } s. Check that the backend host reaches the account's endpoint, and try again.`,
      );
    }
    throw error;
  }
}
