import { ComboboxItem, Skeleton } from '@backstage/ui';
import styles from './CloudChoice.module.css';
import { Offer } from './offerOf';

/**
 * A line of the list. All of its text is its name: what the subnets of a VPC are called often
 * differs in the zone only.
 */
export function ChoiceOption(offer: Offer) {
  const { id, title, description, role } = offer;
  return (
    <ComboboxItem
      id={id}
      textValue={id}
      showSelectionIndicator={!role}
      isDisabled={Boolean(role)}
    >
      <span className={styles.option}>
        {role === 'loading' && <Skeleton height="0.75rem" width="12rem" />}
        <span className={role && styles.saying}>{title}</span>
        {description && (
          <span className={styles.description}> {description}</span>
        )}
      </span>
    </ComboboxItem>
  );
}
