import { StartControlPlane } from '../controlPlanes/ControlPlane';
import { ControlPlanes } from '../controlPlanes/ControlPlanes';
import { CloudCluster } from './CloudCluster';
import { CloudMachines, DEMO_MACHINES } from './CloudMachines';
import { CloudNetwork, DEMO_NETWORK } from './CloudNetwork';
import { ReadReplica } from './ReadReplica';
import { Schedule } from './Schedule';
import { Sessions } from './Sessions';

/** How long things take in the cloud, milliseconds. */
export const DELAYS = {
  cluster: 300_000,
  endpoint: 40_000,
  /** From an endpoint that is there to its address being told. */
  endpointAddress: 20_000,
  addon: 30_000,
  superNode: 60_000,
  /** From draining a super node to its last Pod being gone. */
  drain: 10_000,
  superNodeDeletion: 20_000,
  nodePool: 60_000,
  node: 90_000,
  deletion: 60_000,
} as const;

/** Options of {@link Cloud}. */
export type CloudOptions = {
  clusters?: CloudCluster[];
  network?: CloudNetwork;
  machines?: CloudMachines;
  /** How many times faster than in the cloud things happen. Default 1. */
  speed?: number;
  /** At most so many clusters in a region. Default 20. */
  clusterQuota?: number;
  /** How many nodes the pools of a cluster may grow to. Default 5000. */
  nodeQuota?: number;
  /** How long reading actions do not see what is new or gone, milliseconds. Default 0. */
  consistencyMs?: number;
  /** Version of eniipamd in new clusters. Default 3.7.5: too old for Cilium. */
  eniipamdVersion?: string;
  /** The Kubernetes behind new clusters. Default: none. */
  startControlPlane?: StartControlPlane;
  /** Roles that may be assumed, as `qcs::cam::uin/…:roleName/…`. Default: none. */
  roles?: string[];
  /** What a Pod with a role shows. Default: no Pod has one. */
  webIdentityToken?: string;
  /** How long temporary credentials last, milliseconds. Default two hours. */
  sessionMs?: number;
  /** The server's clock, milliseconds. Default: the real one. */
  now?: () => number;
};

/** Everything that one account has. */
export class Cloud {
  readonly clusters: Map<string, CloudCluster>;
  readonly network: CloudNetwork;
  readonly machines: CloudMachines;
  readonly clusterQuota: number;
  readonly nodeQuota: number;
  readonly eniipamdVersion: string;
  readonly controlPlanes: ControlPlanes;
  readonly schedule: Schedule;
  /** Every kubeconfig that it ever gave to anybody. */
  readonly kubeconfigs = new Set<string>();
  /** Machine types of which there are none left. */
  readonly soldOut = new Set<string>();
  /** Roles that may be assumed. */
  readonly roles: Set<string>;
  readonly webIdentityToken?: string;
  readonly sessions: Sessions;
  /** Addons whose installations and upgrades fail. */
  readonly brokenAddons = new Set<string>();
  readonly now: () => number;
  readonly #replica: ReadReplica;

  static create(options: CloudOptions): Cloud {
    return new Cloud(options);
  }

  private constructor(options: CloudOptions) {
    this.clusters = new Map(
      options.clusters?.map(cluster => [cluster.clusterId, cluster]),
    );
    this.network = options.network ?? DEMO_NETWORK;
    this.machines = options.machines ?? DEMO_MACHINES;
    this.clusterQuota = options.clusterQuota ?? 20;
    this.nodeQuota = options.nodeQuota ?? 5000;
    this.eniipamdVersion = options.eniipamdVersion ?? '3.7.5';
    this.controlPlanes = ControlPlanes.create(options.startControlPlane);
    this.now = options.now ?? Date.now;
    this.roles = new Set(options.roles);
    this.webIdentityToken = options.webIdentityToken;
    this.sessions = Sessions.create(
      this.now,
      options.sessionMs ?? 2 * 60 * 60_000,
    );
    this.#replica = ReadReplica.create({
      clusters: this.clusters,
      lagMs: options.consistencyMs ?? 0,
      now: this.now,
    });
    this.schedule = Schedule.create({
      now: this.now,
      speed: options.speed ?? 1,
      beforeChange: at => this.#replica.keep(at),
    });
  }

  /** What an action works on: those that only read may see how it was a while ago. */
  clustersFor(action: string): ReadonlyMap<string, CloudCluster> {
    if (/^(Describe|Get)/.test(action)) {
      return this.#replica.read();
    }
    this.#replica.keep(this.now());
    return this.clusters;
  }

  async stop(): Promise<void> {
    await this.controlPlanes.stopAll();
  }
}
