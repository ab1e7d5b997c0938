import { Button, SearchField, Select, ToggleButton } from '@backstage/ui';
import {
  filterFleet,
  FleetRow,
  PHASES_BY_URGENCY,
} from '../../presentation/fleet';
import { useTexts } from '../../translation';
import styles from './Fleet.module.css';
import { FleetQuery } from './useFleetQuery';

/** A choice that a list must have an id for, and that stands for none. */
const ALL = 'all';

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
      <div className={styles.fields}>
        <SearchField
          size="small"
          className={styles.search}
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

function Choice(props: {
  label: string;
  all: string;
  values: readonly (string | undefined)[];
  value: string;
  onChange: (value: string) => void;
}) {
  const { label, all, values, value, onChange } = props;
  const known = new Set(values);
  known.add(value);
  const options = [...known]
    .flatMap(each => each || [])
    .sort(new Intl.Collator(undefined, { numeric: true }).compare)
    .map(each => ({ id: each, label: each }));
  return (
    <Select
      size="small"
      className={styles.choice}
      aria-label={label}
      options={[{ id: ALL, label: all }, ...options]}
      value={value || ALL}
      onChange={chosen => onChange(chosen === ALL ? '' : String(chosen))}
    />
  );
}
