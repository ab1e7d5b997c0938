import { ReactNode, useId } from 'react';
import { Text } from '@backstage/ui';
import styles from './Layout.module.css';

/** A named part of a card. */
export function Section(props: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <div role="group" className={styles.section} aria-labelledby={id}>
      <Text as="h4" id={id} variant="body-medium" weight="bold">
        {props.title}
      </Text>
      {props.children}
    </div>
  );
}
