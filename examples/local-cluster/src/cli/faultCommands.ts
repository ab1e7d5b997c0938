import { healFaults, injectFault } from '../faults/injectFault';
import type { Fault, FaultyComponent } from '../faults/types';
import { chooseCluster } from './chooseCluster';
import { withClient } from './withClient';

type FailOptions = { component: FaultyComponent; node?: string; pool?: string };

/** Breaks something and prints the id to heal it by. */
export async function failCommand(
  kind: Fault['kind'],
  id: string | undefined,
  options: FailOptions,
): Promise<void> {
  const fault = faultOf(kind, options);
  const record = await chooseCluster(id);
  const { id: faultId } = await withClient(record, client =>
    injectFault(client, fault),
  );
  process.stdout.write(`${faultId}\n`);
}

/** Heals one fault, or all. */
export async function healCommand(
  id: string | undefined,
  options: { fault?: string },
): Promise<void> {
  const healed = await withClient(await chooseCluster(id), client =>
    healFaults(client, options.fault),
  );
  for (const { id: faultId } of healed) {
    process.stdout.write(`${faultId} is healed\n`);
  }
}

/**
 * The fault that the options of `fail` describe.
 *
 * @throws Error that names the option that is missing.
 */
export function faultOf(kind: Fault['kind'], options: FailOptions): Fault {
  const need = (option: 'node' | 'pool'): string => {
    const value = options[option];
    if (!value) {
      throw new Error(`${kind} needs --${option} <name>.`);
    }
    return value;
  };
  switch (kind) {
    case 'image-pull-back-off':
    case 'crash-loop-back-off':
      return {
        kind,
        component: options.component,
        ...(options.node ? { node: options.node } : {}),
      };
    case 'pool-out-of-resources':
      return { kind, pool: need('pool') };
    default:
      return { kind, node: need('node') };
  }
}
