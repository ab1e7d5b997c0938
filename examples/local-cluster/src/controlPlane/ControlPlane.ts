import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ApiServerClient } from '../api/ApiServerClient';
import { writeKubeconfig, type ApiServerAddress } from '../api/kubeconfig';
import type { Binaries } from '../binaries/resolveBinaries';
import { KUBERNETES_VERSION } from '../binaries/lockFile';
import { createPki } from '../pki/createPki';
import { AUDIT_POLICY } from './auditPolicy';
import { Component } from './Component';
import {
  commandLine,
  type ComponentContext,
  type ComponentName,
} from './components';
import { freePort } from './freePort';
import { Reaper } from './Reaper';
import { waitUntil } from './waitUntil';

const CLIENTS = [
  { name: 'admin', user: 'admin', group: 'system:masters' },
  {
    name: 'simulator',
    user: 'local-cluster-simulator',
    group: 'system:masters',
  },
  { name: 'kwok', user: 'kwok', group: 'system:masters' },
  { name: 'controller-manager', user: 'system:kube-controller-manager' },
  { name: 'scheduler', user: 'system:kube-scheduler' },
];

// Keeps kwok from reading the user's own ~/.kwok/kwok.yaml. Where the document is there, kwok fills in
// no defaults: without these numbers it plays nothing ("playStageParallelism must be greater than 0").
const KWOK_CONFIGURATION = `apiVersion: config.kwok.x-k8s.io/v1alpha1
kind: KwokConfiguration
options:
  podPlayStageParallelism: 8
  nodePlayStageParallelism: 4
  nodeLeaseParallelism: 4
  podsOnNodeSyncParallelism: 4
`;

const START_TIMEOUT_MILLISECONDS = 60_000;

/** A running etcd, API server, controller manager and scheduler, and later kwok. */
export class ControlPlane {
  readonly server: string;
  readonly etcdUrl: string;
  readonly kubeconfigPath: string;
  readonly simulatorKubeconfigPath: string;
  readonly auditLogPath: string;
  readonly #context: ComponentContext;
  readonly #reaper: Reaper;
  readonly #components = new Map<ComponentName, Component>();
  readonly #admin: ApiServerClient;

  private constructor(
    context: ComponentContext,
    admin: ApiServerClient,
    reaper: Reaper,
  ) {
    this.#context = context;
    this.#admin = admin;
    this.#reaper = reaper;
    this.server = `https://127.0.0.1:${context.ports.apiServer}`;
    this.etcdUrl = `http://127.0.0.1:${context.ports.etcdClient}`;
    this.kubeconfigPath = join(context.directory, 'kubeconfig');
    this.simulatorKubeconfigPath = join(
      context.directory,
      'simulator.kubeconfig',
    );
    this.auditLogPath = join(context.directory, 'audit.log');
  }

  /**
   * Starts everything but kwok, and resolves when pods can be created.
   *
   * @throws Error with the end of the log of the component that did not come up.
   */
  static async start(options: {
    directory: string;
    clusterName: string;
    binaries: Binaries;
  }): Promise<ControlPlane> {
    const { directory, clusterName, binaries } = options;
    await mkdir(join(directory, 'logs'), { recursive: true, mode: 0o700 });
    const ports = {
      etcdClient: await freePort(),
      etcdPeer: await freePort(),
      apiServer: await freePort(),
      kwok: await freePort(),
    };
    const { pki, clients } = await createPki(join(directory, 'pki'), CLIENTS);
    const address = async (name: string): Promise<ApiServerAddress> => ({
      server: `https://127.0.0.1:${ports.apiServer}`,
      caCertificate: await readFile(pki.caCertificate, 'utf8'),
      credentials: clients[name],
    });
    await Promise.all([
      writeFile(join(directory, 'audit-policy.yaml'), AUDIT_POLICY),
      writeFile(join(directory, 'kwok.yaml'), KWOK_CONFIGURATION),
      ...CLIENTS.map(async ({ name }) =>
        writeKubeconfig(
          join(
            directory,
            name === 'admin' ? 'kubeconfig' : `${name}.kubeconfig`,
          ),
          clusterName,
          await address(name),
        ),
      ),
    ]);
    const context: ComponentContext = {
      directory,
      binaries,
      pki,
      ports,
      kubernetesVersion: KUBERNETES_VERSION,
    };
    const controlPlane = new ControlPlane(
      context,
      ApiServerClient.create(await address('admin')),
      Reaper.start(),
    );
    try {
      await controlPlane.#startAll();
    } catch (error) {
      await controlPlane.stop();
      throw error;
    }
    return controlPlane;
  }

  /** A client with every right. */
  get admin(): ApiServerClient {
    return this.#admin;
  }

  /** Starts kwok, which needs its Stages to be there, and waits until it plays kubelet. */
  async startKwok(): Promise<void> {
    this.#start('kwok');
    await this.#until('kwok', async () => {
      const url = `http://127.0.0.1:${this.#context.ports.kwok}/healthz`;
      return (await fetch(url)).ok;
    });
  }

  /** Stops the API server and leaves everything else running. Does nothing when it is stopped. */
  async stopApiServer(): Promise<void> {
    await this.#components.get('kube-apiserver')?.stop();
    // Its process id may belong to somebody else by the time the rest is stopped.
    this.#reaper.watch('kube-apiserver', 0);
  }

  /** Stops the API server if it runs, starts it on the same port and waits until it is ready. */
  async restartApiServer(): Promise<void> {
    await this.stopApiServer();
    this.#start('kube-apiserver');
    await this.#apiServerReady();
  }

  /** Stops everything and resolves when no process is left. */
  async stop(): Promise<void> {
    this.#admin.close();
    await this.#reaper.stop();
    await Promise.all(
      [...this.#components.values()].map(component => component.ended()),
    );
  }

  async #startAll(): Promise<void> {
    this.#start('etcd');
    this.#start('kube-apiserver');
    await this.#apiServerReady();
    this.#start('kube-controller-manager');
    this.#start('kube-scheduler');
    // Until the controller manager has made them, pods are refused.
    await this.#until('the default service account', async () => {
      const accounts = await Promise.all(
        ['default', 'kube-system'].map(namespace =>
          this.#admin.get(
            `/api/v1/namespaces/${namespace}/serviceaccounts/default`,
          ),
        ),
      );
      return accounts.every(account => account !== undefined);
    });
  }

  #start(name: ComponentName): void {
    const component = Component.start(
      name,
      commandLine(name, this.#context),
      join(this.#context.directory, 'logs', `${name}.log`),
    );
    this.#components.set(name, component);
    if (component.pid) {
      this.#reaper.watch(name, component.pid);
    }
  }

  async #apiServerReady(): Promise<void> {
    await this.#until('the API server', async () => {
      const answer = await this.#admin.request('GET', '/readyz');
      return answer === 'ok';
    });
  }

  async #until(what: string, check: () => Promise<boolean>): Promise<void> {
    await waitUntil(
      what,
      async () => {
        for (const component of this.#components.values()) {
          if (!component.running) {
            throw new Error(component.explainExit());
          }
        }
        // Refused connections and 403s are how a starting API server says "not yet".
        return check().catch(() => false);
      },
      {
        timeoutMilliseconds: START_TIMEOUT_MILLISECONDS,
        everyMilliseconds: 30,
      },
    );
  }
}
