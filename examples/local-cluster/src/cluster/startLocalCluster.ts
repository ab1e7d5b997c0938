import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { resolveBinaries } from '../binaries/resolveBinaries';
import { karpenterCrds } from '../charts/karpenterCrds';
import { checkClusterId, randomClusterId } from '../clusterId';
import { ControlPlane } from '../controlPlane/ControlPlane';
import { healFaults, injectFault } from '../faults/injectFault';
import { ensureCrds } from '../seed/ensureCrds';
import { seedCluster } from '../seed/seedCluster';
import { Simulator } from '../simulator/Simulator';
import { addNodes } from './addNodes';
import { CLUSTERS_DIRECTORY } from './clusterDirectory';
import { claimDirectory, markReady } from './clusterRecord';
import { restrictedKubeconfig } from './restrictedKubeconfig';
import type { LocalCluster, LocalClusterOptions } from './types';

/**
 * Starts a TKE-like cluster on loopback and resolves when it can be used.
 *
 * @remarks
 * Everything it starts dies with the calling process, however that ends.
 *
 * @throws Error that says which binary is missing and how to get it, or which component did not come
 * up, with the end of its log.
 * @public
 */
export async function startLocalCluster(
  options: LocalClusterOptions = {},
): Promise<LocalCluster> {
  const id = options.id ?? randomClusterId();
  checkClusterId(id);
  const directory = resolve(options.directory ?? join(CLUSTERS_DIRECTORY, id));
  const seed = options.seed ?? {};
  const simulator = options.simulator ?? false;
  const binaries = await resolveBinaries({ log: options.log });
  const record = { id, directory, simulator };
  await claimDirectory(record);
  const controlPlane = await ControlPlane.start({
    directory,
    clusterName: id,
    binaries,
  });
  const { admin } = controlPlane;
  let played: Simulator | undefined;
  try {
    await seedCluster(admin, {
      clusterId: id,
      etcdUrl: controlPlane.etcdUrl,
      seed,
    });
    await controlPlane.startKwok();
    await addNodes(
      admin,
      [
        ...(seed.superNode ? [{ kind: 'super' as const }] : []),
        ...(seed.nodes ?? []),
      ],
      { simulator },
    );
    if (simulator) {
      played = await Simulator.start(
        controlPlane.simulatorKubeconfigPath,
        options.log,
      );
    }
    await markReady(record);
  } catch (error) {
    await played?.stop();
    await controlPlane.stop();
    throw error;
  }
  const stop = async () => {
    await played?.stop();
    await controlPlane.stop();
    await rm(directory, { recursive: true, force: true });
  };
  let stopped: Promise<void> | undefined;
  return {
    id,
    directory,
    kubeconfigPath: controlPlane.kubeconfigPath,
    server: controlPlane.server,
    etcdUrl: controlPlane.etcdUrl,
    auditLogPath: controlPlane.auditLogPath,
    addNodes: (count, node = {}) =>
      addNodes(
        admin,
        Array.from({ length: count }, () => node),
        { simulator },
      ),
    addKarpenter: async () => ensureCrds(admin, await karpenterCrds()),
    fail: fault => injectFault(admin, fault),
    heal: async faultId => {
      await healFaults(admin, faultId);
    },
    restrictedKubeconfig: (name, rules) =>
      restrictedKubeconfig(admin, {
        directory,
        adminKubeconfigPath: controlPlane.kubeconfigPath,
        clusterName: id,
        name,
        rules,
      }),
    stopApiServer: () => controlPlane.stopApiServer(),
    restartApiServer: () => controlPlane.restartApiServer(),
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}
