import { Flex, Text } from '@backstage/ui';
import { ClusterView } from '../../presentation/clusterView';
import { useTexts } from '../../translation';
import { StateIcon } from './StateIcon';
import styles from './State.module.css';

/** Is this cluster's network fine: a picture, a word, and a sentence that says why. */
export function StateHeadline(props: { view: ClusterView }) {
  const { view } = props;
  const { t, summary } = useTexts();
  return (
    <Flex align="center" gap="3">
      <StateIcon phase={view.phase} tone={view.tone} />
      <Flex direction="column" gap="0.5" className={styles.headline}>
        <Text as="h4" variant="title-x-small" weight="bold">
          {t(`phase.${view.phase}`)}
        </Text>
        <Text as="p" variant="body-medium" color="secondary">
          {summary(view)}
        </Text>
      </Flex>
    </Flex>
  );
}
