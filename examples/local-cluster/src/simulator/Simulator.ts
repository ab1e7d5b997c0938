import { ApiServerClient, ApiServerError } from '../api/ApiServerClient';
import type { KubernetesObject } from '../api/kubernetesObject';
import { objectPath } from '../api/resources';
import { upstreamCrds } from '../charts/upstreamCrds';
import { readFaultRecord } from '../faults/faultRecords';
import type { Node } from '../seed/node';
import { LOCAL_CLUSTER_NAMESPACE } from '../seed/seedCluster';
import { ciliumAgents } from './ciliumAgents';
import { ciliumOperator } from './ciliumOperator';
import { karpenter } from './karpenter';
import { kubelets } from './kubelets';
import { MACHINE_API, machines } from './machines';
import { machineSets } from './machineSets';
import { ObjectCache, type CachedCollection } from './ObjectCache';
import { tkeNodes } from './tkeNodes';
import type { Action, CustomResource, Pod, World } from './World';

const PARTS = [
  tkeNodes,
  kubelets,
  ciliumOperator,
  ciliumAgents,
  karpenter,
  machineSets,
  machines,
];

const COLLECTIONS = {
  nodes: { apiVersion: 'v1', kind: 'Node' },
  pods: { apiVersion: 'v1', kind: 'Pod' },
  deployments: {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    namespace: 'kube-system',
  },
  daemonSets: {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    namespace: 'kube-system',
  },
  customResourceDefinitions: {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
  },
  ciliumNodes: { apiVersion: 'cilium.io/v2', kind: 'CiliumNode' },
  ciliumEndpoints: { apiVersion: 'cilium.io/v2', kind: 'CiliumEndpoint' },
  nodeClasses: {
    apiVersion: 'karpenter.k8s.tke/v1beta1',
    kind: 'TKEMachineNodeClass',
  },
  nodePools: { apiVersion: 'karpenter.sh/v1', kind: 'NodePool' },
  nodeClaims: { apiVersion: 'karpenter.sh/v1', kind: 'NodeClaim' },
  machineSets: { apiVersion: MACHINE_API, kind: 'MachineSet' },
  machines: { apiVersion: MACHINE_API, kind: 'Machine' },
  faults: {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    namespace: LOCAL_CLUSTER_NAMESPACE,
  },
} satisfies Record<string, CachedCollection>;

type CollectionKey = keyof typeof COLLECTIONS;

// Changes come in bursts; one look at the world serves them all.
const SETTLE_MILLISECONDS = 30;
// Some things happen because time has passed. Looking costs no request.
const TICK_MILLISECONDS = 1_000;

/**
 * Plays the parts of TKE and Cilium that kwok cannot: it watches the cluster and does what they would
 * do, through the same API and to the same objects. No product code knows it exists.
 */
export class Simulator {
  readonly #client: ApiServerClient;
  readonly #log: (line: string) => void;
  readonly #caches: Record<CollectionKey, ObjectCache>;
  readonly #tick: NodeJS.Timeout;
  #scheduled: NodeJS.Timeout | undefined;
  #round: Promise<void> = Promise.resolve();
  #stopped = false;

  private constructor(client: ApiServerClient, log: (line: string) => void) {
    this.#client = client;
    this.#log = log;
    const onChange = () => this.#schedule();
    this.#caches = Object.fromEntries(
      Object.entries(COLLECTIONS).map(([name, collection]) => [
        name,
        ObjectCache.start(client, collection, onChange),
      ]),
    ) as Record<CollectionKey, ObjectCache>;
    this.#tick = setInterval(onChange, TICK_MILLISECONDS);
    this.#tick.unref();
  }

  /** Starts playing, as the user that the kubeconfig names. */
  static async start(
    kubeconfigPath: string,
    log: (line: string) => void = () => {},
  ): Promise<Simulator> {
    const client = await ApiServerClient.fromKubeconfig(
      kubeconfigPath,
      'local-cluster-simulator',
    );
    return new Simulator(client, log);
  }

  /** Stops playing, after what it is doing. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#tick);
    clearTimeout(this.#scheduled);
    Object.values(this.#caches).forEach(cache => cache.stop());
    await this.#round;
    this.#client.close();
  }

  #schedule(): void {
    if (this.#scheduled || this.#stopped) {
      return;
    }
    this.#scheduled = setTimeout(async () => {
      await this.#round;
      this.#scheduled = undefined;
      if (!this.#stopped) {
        this.#round = this.#play();
      }
    }, SETTLE_MILLISECONDS);
  }

  async #play(): Promise<void> {
    if (!Object.values(this.#caches).every(cache => cache.synced)) {
      return;
    }
    const world = this.#world();
    await Promise.all(
      PARTS.flatMap(part => part(world)).map(action =>
        this.#execute(action).catch(error => this.#report(action, error)),
      ),
    );
  }

  #world(): World {
    const objects = (key: CollectionKey) => this.#caches[key].objects;
    return {
      now: Date.now(),
      faults: objects('faults').flatMap(
        object => readFaultRecord(object) ?? [],
      ),
      nodes: objects('nodes') as Node[],
      pods: objects('pods') as Pod[],
      deployments: objects('deployments'),
      daemonSets: objects('daemonSets'),
      customResourceDefinitions: objects('customResourceDefinitions'),
      ciliumNodes: objects('ciliumNodes'),
      ciliumEndpoints: objects('ciliumEndpoints'),
      nodeClasses: objects('nodeClasses') as CustomResource[],
      nodePools: objects('nodePools') as CustomResource[],
      nodeClaims: objects('nodeClaims') as CustomResource[],
      machineSets: objects('machineSets') as CustomResource[],
      machines: objects('machines') as CustomResource[],
    };
  }

  async #execute(action: Action): Promise<void> {
    switch (action.verb) {
      case 'create':
        await this.#client.create(action.object);
        this.#log(
          `${action.object.kind} ${action.object.metadata.name} created`,
        );
        return;
      case 'patch':
        await this.#client.request('PATCH', objectPath(action.object), {
          contentType: 'application/merge-patch+json',
          body: locked(action.object, action.body),
        });
        return;
      case 'patch-status':
        await this.#patchStatus(action.object, action.status);
        return;
      case 'delete':
        await this.#client.delete(action.object, { gracePeriodSeconds: 0 });
        return;
      default:
        this.#log('The operator registers the CRDs of Cilium');
        await Promise.all(
          (await upstreamCrds('cilium')).map(crd => this.#client.ensure(crd)),
        );
    }
  }

  async #patchStatus(object: KubernetesObject, status: object): Promise<void> {
    // Conditions of a node are merged by their type: other parties own some of them. Custom resources
    // know no such patch.
    const builtIn = object.apiVersion === 'v1';
    await this.#client.request('PATCH', `${objectPath(object)}/status`, {
      contentType: builtIn
        ? 'application/strategic-merge-patch+json'
        : 'application/merge-patch+json',
      body: builtIn ? { status } : locked(object, { status }),
    });
  }

  #report(action: Action, error: unknown): void {
    // Changed or gone since it was seen: the change itself makes the next round come.
    const expected =
      error instanceof ApiServerError && [404, 409].includes(error.status);
    if (!expected && !this.#stopped) {
      this.#log(`${action.verb} failed: ${(error as Error).message}`);
    }
  }
}

/** The patch, refused by the API server when the object has changed since it was seen. */
function locked(object: KubernetesObject, body: object): object {
  const { resourceVersion } = object.metadata;
  const metadata = (body as { metadata?: object }).metadata;
  return { ...body, metadata: { ...metadata, resourceVersion } };
}
