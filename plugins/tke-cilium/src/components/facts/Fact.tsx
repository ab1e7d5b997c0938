import { Text } from '@backstage/ui';
import styles from './Facts.module.css';

/** A name and its value, in a `dl`. Nothing where there is no value. */
export function Fact(props: { name: string; value: string | undefined }) {
  const { name, value } = props;
  return value ? (
    <div className={styles.fact}>
      <dt>
        <Text variant="body-small" color="secondary">
          {name}
        </Text>
      </dt>
      <dd>
        <Text variant="body-medium">{value}</Text>
      </dd>
    </div>
  ) : null;
}
