import { alignedTable } from '../../alignedTable';
import { formatNumber } from './formatNumber';
import { meetsTarget, type Row } from './Row';

const HEAD = ['Work', 'At', 'Peer', 'Ours', 'Ratio', 'Target', ''];

/** The rows as a table, with their notes below. */
export function renderTable(rows: Row[]): string {
  const notes = [...new Set(rows.flatMap(({ note }) => note ?? []))];
  return [
    alignedTable(
      HEAD,
      rows.map(row => toCells(row, notes)),
    ),
    ...(notes.length > 0 ? [''] : []),
    ...notes.map((note, index) => `[${index + 1}] ${note}`),
  ].join('\n');
}

function toCells(row: Row, notes: string[]): string[] {
  const { work, at, unit, peer, ours, target, note } = row;
  const quantity = (value: number | undefined) =>
    value === undefined ? '–' : `${formatNumber(value)} ${unit}`.trim();
  return [
    note ? `${work} [${notes.indexOf(note) + 1}]` : work,
    at,
    quantity(peer),
    quantity(ours),
    ratio(row),
    target === undefined ? '–' : `≤ ${quantity(target)}`,
    { true: 'met', false: 'NOT MET', undefined: '' }[
      String(meetsTarget(row)) as 'true' | 'false' | 'undefined'
    ],
  ];
}

/** How many times as much the peer needs. */
function ratio({ peer, ours }: Row): string {
  if (peer === undefined || peer === ours) {
    return '–';
  }
  return ours > 0 ? `${formatNumber(peer / ours)}×` : '∞';
}
