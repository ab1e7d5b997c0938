import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LocalCluster } from '@tke-cilium/local-cluster';
import {
  startLocalControlPlane,
  startTencentCloud,
  TencentCloud,
} from '@tke-cilium/tencent-stand-in';
import { BackendProcess } from './BackendProcess';
import { cloudConfig } from './cloudConfig';
import { Death } from './Death';
import { formDefaults, readExample } from './exampleTemplates';
import { Flow } from './Flow';
import { HeldBack, holdBack } from './holdBack';
import { inTheCloud } from './inTheCloud';
import { TaskResult } from './ScaffolderClient';

const KEYS = { secretId: 'AKIDofTheTest', secretKey: 'secret-of-the-test' };

/**
 * A backend that dies, in a process of its own with the real scaffolder and the real catalog, and a
 * Tencent Cloud that outlives it.
 */
export class MortalBackstage {
  readonly backend: BackendProcess;
  readonly cloud: TencentCloud;
  readonly clusterWithNode?: LocalCluster;
  readonly #directory: string;
  readonly #held: Set<HeldBack>;
  readonly #clock: Clock;

  static async start(options: {
    /** Names of the templates. */
    templates: string[];
    /** How it reaches the clusters. */
    access: 'intranet' | 'public';
    /** A cluster that is there from the start, by the name of "old". */
    clusterWithNode?: LocalCluster;
    heldBack?: HeldBack[];
  }): Promise<MortalBackstage> {
    const directory = await mkdtemp(join(tmpdir(), 'tke-cilium-mortal-'));
    const { clusterWithNode } = options;
    const held = new Set(options.heldBack);
    const clock: Clock = { stoppedAt: undefined };
    const cloud = await startTencentCloud({
      ...KEYS,
      speed: 60,
      now: () => clock.stoppedAt ?? Date.now(),
      clusters: clusterWithNode ? [await inTheCloud(clusterWithNode)] : [],
      startControlPlane: holdBack(startLocalControlPlane(), held),
    });
    const backend = await BackendProcess.create({
      directory,
      config: {
        ...(await cloudConfig({
          templates: options.templates.map(fileOf),
          endpoint: cloud.url,
          access: options.access,
          keys: KEYS,
        })),
        scaffolder: { taskRecovery: { enabled: true } },
      },
    });
    const backstage = new MortalBackstage({
      backend,
      cloud,
      clusterWithNode,
      directory,
      held,
      clock,
    });
    try {
      await backend.start();
      // What the catalog reads for the first time when it is killed, the next one reads a minute later.
      for (const template of options.templates) {
        await backstage.waitForEntity(`template:default/${template}`, true);
      }
    } catch (error) {
      await backstage.stop();
      throw error;
    }
    return backstage;
  }

  private constructor(parts: {
    backend: BackendProcess;
    cloud: TencentCloud;
    clusterWithNode?: LocalCluster;
    directory: string;
    held: Set<HeldBack>;
    clock: Clock;
  }) {
    this.backend = parts.backend;
    this.cloud = parts.cloud;
    this.clusterWithNode = parts.clusterWithNode;
    this.#directory = parts.directory;
    this.#held = parts.held;
    this.#clock = parts.clock;
  }

  /** Has the backend die wherever the flow says, and gives how its tasks ended. */
  async run(flow: Flow): Promise<TaskResult[]> {
    const [template] = await readExample(fileOf(flow.template));
    const form = { ...formDefaults(template), ...flow.form(this) };
    this.#clock.stoppedAt = Date.now();
    await flow.before?.(this);
    const tasks: string[] = [];
    while (tasks.length < (flow.tasks ?? 1)) {
      tasks.push(
        await this.backend.client.start(
          `template:default/${flow.template}`,
          form,
        ),
      );
    }
    for (const death of flow.deaths) {
      await this.#die(death);
    }
    return Promise.all(tasks.map(task => this.backend.client.waitForEnd(task)));
  }

  /** Lets happen what the Kubernetes behind the clusters was late with. */
  release(what: HeldBack): void {
    this.#held.delete(what);
    for (const { intranet, controlPlane } of this.cloud.clusters.values()) {
      if (intranet?.address && controlPlane) {
        intranet.address = controlPlane.address;
      }
    }
  }

  /** Entity ref of the cluster of this name. */
  entityRef(name: string): string {
    const named = [...this.cloud.clusters.values()].find(
      cluster => cluster.name === name,
    );
    return `resource:default/${named?.clusterId}`;
  }

  /** Waits until the catalog has the entity, or has it no longer. */
  async waitForEntity(ref: string, isThere: boolean): Promise<void> {
    const path = ref.replace(':', '/');
    for (;;) {
      const { ok } = await this.backend.get(
        `/api/catalog/entities/by-name/${path}`,
      );
      if (ok === isThere) {
        return;
      }
      await sleep(100);
    }
  }

  /** Dies while the catalog looks for clusters, which must not hold up that of the next backend. */
  async dieWhileTheCatalogLooks(): Promise<void> {
    this.cloud.fail({ action: 'DescribeClusters', fault: 'hang' });
    while (!this.cloud.journal.some(({ outcome }) => outcome === 'hang')) {
      await sleep(50);
    }
    await this.backend.kill();
    await this.backend.start();
  }

  async stop(): Promise<void> {
    await this.backend.stop();
    await this.cloud.stop();
    await rm(this.#directory, { recursive: true, force: true });
  }

  async #die({ at, when, meanwhile, timeGoesOn }: Death): Promise<void> {
    await this.backend.waitForOutput(at);
    await when?.(this);
    await this.backend.kill();
    this.#clock.stoppedAt = timeGoesOn
      ? undefined
      : this.#clock.stoppedAt ?? Date.now();
    await meanwhile?.(this);
    await this.backend.start();
  }
}

/** The time in the cloud, while it stands still there. */
type Clock = { stoppedAt: number | undefined };

function fileOf(template: string): string {
  return `templates/${template}/template.yaml`;
}
