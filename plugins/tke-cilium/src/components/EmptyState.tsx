import { ReactNode } from 'react';
import { RemixiconComponentType } from '@remixicon/react';
import { Text } from '@backstage/ui';
import styles from './Layout.module.css';

/** A calm page without content: what is the matter, and what can be done. */
export function EmptyState(props: {
  icon: RemixiconComponentType;
  title: string;
  description: ReactNode;
  action?: ReactNode;
  role?: 'alert' | 'status';
}) {
  const { icon: Icon, title, description, action, role } = props;
  return (
    <div className={styles.empty} role={role}>
      <span className={styles.emptyIcon}>
        <Icon size={24} aria-hidden />
      </span>
      <Text as="p" variant="body-large" weight="bold">
        {title}
      </Text>
      <Text as="p" variant="body-medium" color="secondary">
        {description}
      </Text>
      {action}
    </div>
  );
}
