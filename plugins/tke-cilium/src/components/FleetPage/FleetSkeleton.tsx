import { Skeleton, VisuallyHidden } from '@backstage/ui';
import { useTexts } from '../../translation';
import layout from '../Layout.module.css';
import styles from './Fleet.module.css';

/** The room that the fleet will take, before it is there. */
export function FleetSkeleton() {
  const { t } = useTexts();
  return (
    <div className={layout.stack} aria-busy>
      <VisuallyHidden role="status">{t('fleet.loading')}</VisuallyHidden>
      <div className={styles.totals} aria-hidden>
        {[0, 1, 2, 3].map(total => (
          <Skeleton key={total} width={104} height={32} />
        ))}
      </div>
      <Skeleton width={320} height={32} aria-hidden />
      {[0, 1, 2, 3, 4, 5, 6, 7].map(row => (
        <Skeleton key={row} width="100%" height={44} aria-hidden />
      ))}
    </div>
  );
}
