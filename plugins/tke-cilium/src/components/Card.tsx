import { ReactNode } from 'react';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import styles from './Layout.module.css';

/** A card of an entity page, with text that can be read in every theme. */
export function Card(props: {
  title: string;
  headerActions?: ReactNode;
  footerActions?: ReactNode;
  children: ReactNode;
}) {
  return <EntityInfoCard {...props} className={styles.card} />;
}
