import { FleetRow } from '../../presentation/fleet';
import { toCsv } from '../../presentation/toCsv';
import { Texts } from '../../translation';

/** The clusters as a table of texts, with a heading. */
export function fleetCsv(rows: readonly FleetRow[], texts: Texts): string {
  const { t, problem } = texts;
  return toCsv([
    [
      t('fact.cluster'),
      t('fleet.cluster'),
      t('fleet.state'),
      t('fleet.region'),
      t('fact.cilium'),
      t('fact.profile'),
      t('fact.kubernetes'),
      t('fleet.nodesReady'),
      t('fleet.nodes'),
      t('fleet.nodePools'),
      t('fleet.nodePoolsFailed'),
      t('fleet.problem'),
      t('fleet.observed'),
      t('simulation.mark'),
    ],
    ...rows.map(row => [
      row.id,
      row.title,
      t(`phase.${row.phase}`),
      row.region ?? '',
      row.ciliumVersion ?? '',
      row.profile ?? '',
      row.kubernetesVersion ?? '',
      String(row.nodes?.ready ?? ''),
      String(row.nodes?.total ?? ''),
      String(row.nodePools?.total ?? ''),
      String(row.nodePools?.failed ?? ''),
      row.problem ? problem(row.problem).message : '',
      row.observedAt === undefined
        ? ''
        : new Date(row.observedAt).toISOString(),
      row.simulation ? t('simulation.yes') : '',
    ]),
  ]);
}

/** Has the browser save a text as a file. */
export function saveFile(name: string, text: string): void {
  const url = URL.createObjectURL(
    new Blob([text], { type: 'text/csv;charset=utf-8' }),
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
