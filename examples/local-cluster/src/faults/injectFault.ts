import { randomInt } from 'node:crypto';
import type { ApiServerClient } from '../api/ApiServerClient';
import { allowAgent, removeAgent } from './agentMissing';
import { faultConfigMap, listFaults } from './faultRecords';
import {
  addStuckTaint,
  failNode,
  healNode,
  removeStuckTaint,
} from './nodeFaults';
import { failPods, healPods } from './podFaults';
import type { Fault, FaultRecord } from './types';

/**
 * Breaks something, and resolves when it is broken.
 *
 * @remarks
 * A fault lives in the cluster, not in this process: any other can heal it.
 */
export async function injectFault(
  client: ApiServerClient,
  fault: Fault,
): Promise<FaultRecord> {
  const record = {
    id: `${fault.kind}-${randomInt(36 ** 4)
      .toString(36)
      .padStart(4, '0')}`,
    fault,
  };
  await client.create(faultConfigMap(record));
  await start(client, record);
  return record;
}

/**
 * Heals one fault, or all, and resolves when nothing keeps the cluster from recovering.
 *
 * @throws Error when there is no such fault.
 */
export async function healFaults(
  client: ApiServerClient,
  id?: string,
): Promise<FaultRecord[]> {
  const faults = await listFaults(client);
  const chosen = faults.filter(record => id === undefined || record.id === id);
  if (id !== undefined && chosen.length === 0) {
    throw new Error(
      `There is no fault ${id}. In effect: ${
        faults.map(record => record.id).join(', ') || 'none'
      }.`,
    );
  }
  for (const record of chosen) {
    // First the record: while it is there, the simulator plays along.
    await client.delete(faultConfigMap(record));
    await end(client, record);
  }
  return chosen;
}

async function start(
  client: ApiServerClient,
  { id, fault }: FaultRecord,
): Promise<void> {
  switch (fault.kind) {
    case 'image-pull-back-off':
    case 'crash-loop-back-off':
      await failPods(client, id, fault);
      return;
    case 'node-not-ready':
      await failNode(client, fault.node);
      return;
    case 'stuck-taint':
      await addStuckTaint(client, fault.node);
      return;
    case 'agent-missing':
      await removeAgent(client, id, fault.node);
      return;
    default:
    // pool-out-of-resources: the simulator reads the record when a pool wants its next machine.
  }
}

async function end(
  client: ApiServerClient,
  { id, fault }: FaultRecord,
): Promise<void> {
  switch (fault.kind) {
    case 'image-pull-back-off':
    case 'crash-loop-back-off':
      await healPods(client, id, fault);
      return;
    case 'node-not-ready':
      await healNode(client, fault.node);
      return;
    case 'stuck-taint':
      await removeStuckTaint(client, fault.node);
      return;
    case 'agent-missing':
      await allowAgent(client, id, fault.node);
      return;
    default:
    // pool-out-of-resources: the simulator gives failed machines another try.
  }
}
