import { Text } from '@backstage/ui';
import { Readiness } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { useTexts } from '../../translation';

/** There are no pools, or nobody knows. */
export function NoNodePools(props: { readiness: Readiness }) {
  const { t } = useTexts();
  const isUnknown = props.readiness.conditions.some(
    ({ type, status }) => type === 'NodePoolsReady' && status === 'Unknown',
  );
  return (
    <Text as="p" variant="body-medium" color="secondary">
      {t(isUnknown ? 'nodePool.unknown' : 'nodePool.empty')}
    </Text>
  );
}
