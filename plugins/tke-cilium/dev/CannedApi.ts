import {
  CloudChoiceKind,
  CloudChoicesResponse,
  ClusterResponse,
  ClusterSummary,
  RefreshResponse,
  TimelineResponse,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { TkeCiliumApi } from '../src/api';
import { CANNED_CHOICES } from './cannedChoices';
import { cannedFleet } from './cannedFleet';
import { TASK_STATES } from './cannedScaffolder';
import { cannedTimeline } from './cannedTimeline';
import { CANNED_CLUSTERS, CannedCluster } from './cannedClusters';

/** Requests that fail, or never end, by the name of the state that shows it. */
const CANNED_FAILURES: Record<string, () => Error> = {
  forbidden: () => answer(403, 'Unauthorized'),
  signedOut: () => refusal(401, 'Missing credentials'),
  notFound: () => answer(404, 'No cluster cls-demo0001'),
  failing: () => answer(503, 'Cluster cls-demo0001 is not watched yet'),
  internalError: () =>
    refusal(500, 'An internal error occurred logId=53b8eeb1c0f8e3f0b6c1'),
  noAnswer: () => new TypeError('Failed to fetch'),
};

/** An error that the plugin's router answered with. */
function answer(statusCode: number, message: string): Error {
  const requestId = '2f1c8c5e-6d0b-4a57-9a0e-1c3c2b7d9e44';
  return Object.assign(new Error(), {
    statusCode,
    body: { error: { message, requestId } },
  });
}

/** An error that Backstage answered with. */
function refusal(statusCode: number, message: string): Error {
  return Object.assign(new Error(), {
    statusCode,
    body: { error: { message } },
  });
}

/** Every state that the pages can be in. */
export const STATES: readonly string[] = [
  ...Object.keys(CANNED_CLUSTERS),
  ...Object.keys(CANNED_FAILURES),
  ...TASK_STATES,
  'refreshFailing',
  'loading',
  'noAnnotation',
  'simulation',
  'live',
];

/** A large fleet, which has to stay fluid. */
const FLEET = cannedFleet(500);

/** The phases that a cluster goes through, a new one at every request. */
const LIVE: CannedCluster[] = [
  'notInstalled',
  'installing',
  'waitingForNodes',
  'progressing',
  'ready',
  'degraded',
];

/** Answers with the state that the cluster id names. */
export class CannedApi implements TkeCiliumApi {
  readonly #requests: Record<string, number> = {};

  static create(): CannedApi {
    return new CannedApi();
  }

  private constructor() {}

  async getCloudChoices(
    kind: CloudChoiceKind,
    { account = '' }: { account?: string } = {},
  ): Promise<CloudChoicesResponse> {
    if (account === 'loading') {
      return new Promise(() => {});
    }
    const failure = CANNED_FAILURES[account];
    if (failure) {
      throw failure();
    }
    const items = CANNED_CHOICES[kind] ?? [];
    return { items, observedAt: new Date().toISOString() };
  }

  async getClusters(): Promise<ClusterSummary[]> {
    return FLEET;
  }

  async getTimeline(state: string): Promise<TimelineResponse> {
    const { history } = await this.getCluster(state);
    return { items: cannedTimeline(history) };
  }

  async refreshCluster(state: string): Promise<RefreshResponse> {
    const { revision } = await this.getCluster(state);
    return { clusterId: state, revision };
  }

  async getCluster(state: string): Promise<ClusterResponse> {
    const requests = (this.#requests[state] ?? 0) + 1;
    this.#requests[state] = requests;
    if (state === 'loading') {
      return new Promise(() => {});
    }
    if (state === 'simulation') {
      return { ...CANNED_CLUSTERS.ready, clusterId: state };
    }
    if (state === 'live') {
      const phase = LIVE[requests % LIVE.length];
      return {
        ...CANNED_CLUSTERS[phase],
        clusterId: state,
        revision: requests,
      };
    }
    if (state === 'refreshFailing' && requests === 1) {
      return { ...CANNED_CLUSTERS.ready, clusterId: state };
    }
    const failure =
      CANNED_FAILURES[state === 'refreshFailing' ? 'failing' : state];
    if (failure) {
      throw failure();
    }
    const cluster = TASK_STATES.includes(state) ? 'installing' : state;
    return { ...CANNED_CLUSTERS[cluster as CannedCluster], clusterId: state };
  }
}
