import { join } from 'node:path';
import { listRecords, type ClusterRecord } from '../cluster/clusterRecord';
import { listFaults } from '../faults/faultRecords';
import { isRunning } from '../processes/processes';
import { withClient } from './withClient';

/** Shows the clusters, their nodes and the faults in them. */
export async function list(): Promise<void> {
  const records = await listRecords();
  if (records.length === 0) {
    process.stdout.write('No cluster. Start one: npm run cluster -- up\n');
  }
  for (const record of records) {
    process.stdout.write(`${(await describe(record)).join('\n')}\n`);
  }
}

async function describe(record: ClusterRecord): Promise<string[]> {
  const { id, directory, owner, ready } = record;
  if (!isRunning(owner)) {
    return [
      `${id}  crashed; npm run cluster -- down ${id} removes what is left`,
    ];
  }
  if (!ready) {
    return [`${id}  starting`];
  }
  try {
    return await withClient(record, async client => {
      const nodes = await client.list('v1', 'Node');
      const faults = await listFaults(client);
      return [
        `${id}  running  ${nodes.length} nodes  ${join(
          directory,
          'kubeconfig',
        )}`,
        ...faults.map(
          fault => `  fault ${fault.id} ${JSON.stringify(fault.fault)}`,
        ),
      ];
    });
  } catch (error) {
    return [
      `${id}  its API server does not answer: ${(error as Error).message}`,
    ];
  }
}
