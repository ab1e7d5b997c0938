import type { Row } from './Row';

const KIBIBYTE = 1024;
const MEBIBYTE = 1024 * 1024;

type Memory = { clusters: number; heldBytes: number; residentBytes: number };

/**
 * What one more watched cluster takes: the difference between a backend with
 * one and a backend with many, so that what is loaded once does not count.
 */
export function memoryRows(one: Memory, many: Memory, nodes: number): Row[] {
  const perCluster = (of: 'heldBytes' | 'residentBytes') =>
    (many[of] - one[of]) / (many.clusters - one.clusters);
  const at = `${nodes} nodes, ${many.clusters} clusters`;
  return [
    {
      work: 'Memory held per watched cluster',
      at,
      unit: 'MiB',
      ours: perCluster('heldBytes') / MEBIBYTE,
      target: (MEBIBYTE + nodes * KIBIBYTE) / MEBIBYTE,
    },
    {
      work: 'Resident memory per watched cluster',
      at,
      unit: 'MiB',
      ours: perCluster('residentBytes') / MEBIBYTE,
      note: 'Resident memory includes garbage that V8 has not given back.',
    },
  ];
}
