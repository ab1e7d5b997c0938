import { Flex, Skeleton, VisuallyHidden } from '@backstage/ui';
import { useTexts } from '../translation';
import styles from './Layout.module.css';

/** The room that a cluster's state will take, before it is there. */
export function ClusterSkeleton() {
  const { t } = useTexts();
  return (
    <div className={styles.stack} aria-busy>
      <VisuallyHidden role="status">{t('loading')}</VisuallyHidden>
      <Flex align="center" gap="3" className={styles.outline} aria-hidden>
        <Skeleton rounded width={44} height={44} />
        <Flex direction="column" gap="2">
          <Skeleton width={96} height={18} />
          <Skeleton width={240} height={14} />
        </Flex>
      </Flex>
      <Flex gap="6" className={styles.outline} aria-hidden>
        <Skeleton width={72} height={36} />
        <Skeleton width={104} height={36} />
        <Skeleton width={104} height={36} />
      </Flex>
      <div className={styles.meters} aria-hidden>
        {[0, 1, 2, 3].map(meter => (
          <Skeleton key={meter} width="100%" height={77} />
        ))}
      </div>
      <Skeleton width="100%" height={176} aria-hidden />
    </div>
  );
}
