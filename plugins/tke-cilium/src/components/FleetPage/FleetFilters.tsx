import { Button, SearchField, ToggleButton } from '@backstage/ui';
import {
  filterFleet,
  FleetRow,
  PHASES_BY_URGENCY,
} from '../../presentation/fleet';
import { useTexts } from '../../translation';
import { Choice } from '../Choice';
import layout from '../Layout.module.css';
import styles from './Fleet.module.css';
import { FleetQuery } from './useFleetQuery';

/** How many clusters are in each state, as switches; and the other ways to see fewer of them. */
export function FleetFilters(props: {
  rows: readonly FleetRow[];
  query: FleetQuery;
}) {
  const { rows, query } = props;
  const { filter, change, reset } = query;
  const { t } = useTexts();
  // A switch says how many clusters it would show.
  const otherwise = filterFleet(rows, { ...filter, phases: [] });
  const totals = PHASES_BY_URGENCY.map(phase => ({
    phase,
    total: otherwise.filter(row => row.phase === phase).length,
  })).filter(({ phase, total }) => total > 0 || filter.phases.includes(phase));
  const isFiltered =
    filter.phases.length > 0 ||
    Boolean(filter.region || filter.version || filter.search);

  return (
    <div className={styles.filters}>
      <div
        role="group"
        className={styles.totals}
        aria-label={t('fleet.totals')}
      >
        {totals.map(({ phase, total }) => (
          <ToggleButton
            key={phase}
            size="small"
            isSelected={filter.phases.includes(phase)}
            onChange={isSelected =>
              change({
                phases: isSelected
                  ? [...filter.phases, phase]
                  : filter.phases.filter(chosen => chosen !== phase),
              })
            }
          >
            {`${t(`phase.${phase}`)} ${total}`}
          </ToggleButton>
        ))}
      </div>
      <div className={layout.fields}>
        <SearchField
          size="small"
          className={layout.search}
          aria-label={t('fleet.search')}
          placeholder={t('fleet.search')}
          value={filter.search}
          onChange={search => change({ search })}
        />
        <Choice
          label={t('fleet.region')}
          all={t('fleet.allRegions')}
          values={rows.map(({ region }) => region)}
          value={filter.region}
          onChange={region => change({ region })}
        />
        <Choice
          label={t('fleet.version')}
          all={t('fleet.allVersions')}
          values={rows.map(({ ciliumVersion }) => ciliumVersion)}
          value={filter.version}
          onChange={version => change({ version })}
        />
        {isFiltered && (
          <Button size="small" variant="tertiary" onPress={reset}>
            {t('fleet.reset')}
          </Button>
        )}
      </div>
    </div>
  );
}
