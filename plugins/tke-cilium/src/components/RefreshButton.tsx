import { ReactNode, useState } from 'react';
import { Button, Text } from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { tkeCiliumClusterRefreshPermission } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { RiRefreshLine } from '@remixicon/react';
import { tkeCiliumApiRef } from '../api';
import { toRequestFailure } from '../data';
import { useTexts } from '../translation';
import { FailureText } from './FailureText';

/**
 * Has the cluster read anew, for who doubts what the page says. What that brings arrives as every
 * change does. Nothing for who may not do it.
 */
export function RefreshButton(props: { clusterId: string }) {
  const { clusterId } = props;
  const { t } = useTexts();
  const api = useApi(tkeCiliumApiRef);
  const { allowed } = usePermission({
    permission: tkeCiliumClusterRefreshPermission,
    resourceRef: clusterId,
  });
  const [isPending, setIsPending] = useState(false);
  const [outcome, setOutcome] = useState<ReactNode>();
  if (!allowed) {
    return null;
  }
  const refresh = async () => {
    setIsPending(true);
    setOutcome(undefined);
    try {
      await api.refreshCluster(clusterId);
      setOutcome(t('refresh.requested'));
    } catch (error) {
      const failure = toRequestFailure(error);
      setOutcome(
        <FailureText failure={failure}>
          {t('refresh.failed', { message: failure.message })}
        </FailureText>,
      );
    } finally {
      setIsPending(false);
    }
  };
  return (
    <>
      <Text variant="body-small" color="secondary" role="status">
        {outcome}
      </Text>
      <Button
        size="small"
        variant="tertiary"
        iconStart={<RiRefreshLine aria-hidden />}
        isPending={isPending}
        onPress={refresh}
      >
        {t('refresh.action')}
      </Button>
    </>
  );
}
