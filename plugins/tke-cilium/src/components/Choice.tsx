import { Select } from '@backstage/ui';
import styles from './Layout.module.css';

/** A choice that a list must have an id for, and that stands for none. */
const ALL = 'all';

/** A filter: one of the values that occur, or all of them. */
export function Choice(props: {
  label: string;
  /** What "all of them" is called. */
  all: string;
  values: Iterable<string | undefined>;
  /** Empty: all. */
  value: string;
  /** How a value is called. Default: as it is. */
  nameOf?: (value: string) => string;
  onChange: (value: string) => void;
}) {
  const { label, all, values, value, nameOf = each => each, onChange } = props;
  const known = new Set(values);
  known.add(value);
  const { compare } = new Intl.Collator(undefined, { numeric: true });
  const options = [...known]
    .flatMap(each => (each ? { id: each, label: nameOf(each) } : []))
    .sort((a, b) => compare(a.label, b.label));
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
