import {
  ClusterSummary,
  Problem,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { ClusterEntity } from '../data';
import { displayPhase, STALE_AFTER } from './clusterView';
import { DisplayPhase, Tone, TONE_OF_PHASE } from './tone';

/** One cluster in the fleet. */
export type FleetRow = {
  /** The cluster id. */
  id: string;
  title: string;
  /** It is not in Tencent Cloud. */
  simulation: boolean;
  phase: DisplayPhase;
  tone: Tone;
  region?: string;
  ciliumVersion?: string;
  profile?: string;
  kubernetesVersion?: string;
  nodes?: { total: number; ready: number };
  nodePools?: { total: number; failed: number };
  problem?: Problem;
  /** Milliseconds since the epoch. */
  observedAt?: number;
  /** Path of the cluster's page. */
  href?: string;
};

/** What the reader wants to see of the fleet. Nothing chosen: everything. */
export type FleetFilter = {
  phases: readonly string[];
  region: string;
  version: string;
  search: string;
};

/** Phases from what needs attention most to what needs none. */
export const PHASES_BY_URGENCY: readonly DisplayPhase[] = [
  'Failed',
  'Unreachable',
  'Degraded',
  'Unsupported',
  'Progressing',
  'Installing',
  'WaitingForNodes',
  'Connecting',
  'NotInstalled',
  'Ready',
];

/**
 * A cluster as the fleet shows it. An old observation loses its tone, as on the cluster's page.
 *
 * @param now - milliseconds since the epoch
 */
export function toFleetRow(
  cluster: ClusterSummary,
  entity: ClusterEntity | undefined,
  href: string | undefined,
  now: number,
): FleetRow {
  const phase = displayPhase(cluster);
  const observedAt = cluster.observedAt
    ? Date.parse(cluster.observedAt)
    : undefined;
  const stale = observedAt !== undefined && now - observedAt > STALE_AFTER;
  return {
    id: cluster.clusterId,
    title: entity?.title ?? cluster.title,
    simulation: entity?.simulation ?? false,
    phase,
    tone: stale && phase !== 'Unreachable' ? 'neutral' : TONE_OF_PHASE[phase],
    region: entity?.region,
    ciliumVersion: cluster.ciliumVersion,
    profile: cluster.profile,
    kubernetesVersion: cluster.kubernetesVersion,
    // Of a cluster that was never reached, nobody knows that it has none.
    nodes: cluster.observedAt ? cluster.nodes : undefined,
    nodePools: cluster.observedAt ? cluster.nodePools : undefined,
    problem: cluster.worstProblem,
    observedAt,
    href,
  };
}

/** The clusters that the reader wants to see. */
export function filterFleet(
  rows: readonly FleetRow[],
  filter: FleetFilter,
): FleetRow[] {
  const search = filter.search.trim().toLocaleLowerCase();
  return rows.filter(
    row =>
      (filter.phases.length === 0 || filter.phases.includes(row.phase)) &&
      (!filter.region || row.region === filter.region) &&
      (!filter.version || row.ciliumVersion === filter.version) &&
      (!search ||
        [row.title, row.id, row.region, row.profile, row.problem?.message].some(
          text => text?.toLocaleLowerCase().includes(search),
        )),
  );
}

const collator = new Intl.Collator(undefined, { numeric: true });

/** The clusters in the order of a column; within the same value by name. */
export function sortFleet<Row extends FleetRow>(
  rows: readonly Row[],
  sort: { column: string | number; direction: 'ascending' | 'descending' },
): Row[] {
  const sign = sort.direction === 'ascending' ? 1 : -1;
  return [...rows].sort(
    (a, b) =>
      sign * compareBy(sort.column, a, b) || collator.compare(a.title, b.title),
  );
}

function compareBy(column: string | number, a: FleetRow, b: FleetRow): number {
  switch (column) {
    case 'phase':
      return (
        PHASES_BY_URGENCY.indexOf(a.phase) - PHASES_BY_URGENCY.indexOf(b.phase)
      );
    case 'nodes':
      return (a.nodes?.total ?? -1) - (b.nodes?.total ?? -1);
    case 'nodePools':
      return (a.nodePools?.total ?? -1) - (b.nodePools?.total ?? -1);
    case 'observedAt':
      return (a.observedAt ?? 0) - (b.observedAt ?? 0);
    default: {
      const text = (row: FleetRow) => `${row[column as keyof FleetRow] ?? ''}`;
      return collator.compare(text(a), text(b));
    }
  }
}
