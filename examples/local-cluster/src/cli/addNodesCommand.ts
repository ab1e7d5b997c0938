import { addNodes } from '../cluster/addNodes';
import type { NodeSeed } from '../seed/types';
import { chooseCluster } from './chooseCluster';
import { withClient } from './withClient';

/** Adds nodes and prints their names. */
export async function addNodesCommand(
  count: number,
  id: string | undefined,
  seed: Pick<NodeSeed, 'kind' | 'kernelVersion'>,
): Promise<void> {
  const record = await chooseCluster(id);
  const names = await withClient(record, client =>
    addNodes(
      client,
      Array.from({ length: count }, () => seed),
      { simulator: record.simulator },
    ),
  );
  process.stdout.write(`${names.join('\n')}\n`);
}
