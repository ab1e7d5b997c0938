import { AuditorService } from '@backstage/backend-plugin-api';
import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { ClusterConnections } from '@tke-cilium/backstage-plugin-tke-cilium-node';
import { ClusterService } from '../clusters/ClusterService';

/** What the actions are made of. */
export type ActionServices = {
  actionsRegistry: ActionsRegistryService;
  auditor: AuditorService;
  /** Tells a caller only what they may see. */
  clusters: ClusterService;
  connections: ClusterConnections;
};

/** All that an action does: it reads, and may be repeated. */
export const READ_ONLY = {
  readOnly: true,
  destructive: false,
  idempotent: true,
} as const;
