import {
  AuditorService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { audited } from '@tke-cilium/backstage-plugin-tke-cilium-node';

/**
 * Records that a caller of an action read something. There is no request that the auditor could take
 * the caller from.
 */
export function auditCaller<Result>(
  auditor: AuditorService,
  read: {
    queryType: string;
    clusterId?: string;
    credentials: BackstageCredentials;
  },
  work: () => Promise<Result>,
): Promise<Result> {
  const { queryType, clusterId, credentials } = read;
  return audited(
    auditor,
    {
      eventId: 'cluster-fetch',
      meta: { queryType, clusterId, caller: callerOf(credentials) },
    },
    work,
  );
}

function callerOf({ principal }: BackstageCredentials): string {
  const { userEntityRef, subject } = principal as {
    userEntityRef?: string;
    subject?: string;
  };
  return userEntityRef ?? subject ?? 'unknown';
}
