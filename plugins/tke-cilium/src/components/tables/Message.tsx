import { Text } from '@backstage/ui';
import styles from './Tables.module.css';

/** Why a state is what it is, below it. Nothing where nothing is to be said. */
export function Message(props: { children: string | undefined }) {
  return props.children ? (
    <Text
      as="p"
      variant="body-small"
      color="secondary"
      className={styles.message}
    >
      {props.children}
    </Text>
  ) : null;
}
