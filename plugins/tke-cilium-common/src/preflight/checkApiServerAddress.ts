import { createFinding } from './findings';
import { Problem } from '../readiness/types';
import { ClusterSnapshot } from '../snapshot/types';
import { isLinkLocal } from '../values/ipv4';

/** Port of the API server behind TKE's link-local address. */
const TKE_API_SERVER_PORT = 60002;

/** Whether there is an address for the agents to reach the API server under, and the kind that TKE gives. */
export function checkApiServerAddress({
  apiServer,
  collections,
}: ClusterSnapshot): Problem[] {
  if (collections.endpointSlices.state !== 'synced') {
    return [];
  }
  if (!apiServer) {
    return [createFinding('api-server-address-missing', {})];
  }
  return [
    ...(isLinkLocal(apiServer.host)
      ? []
      : [
          createFinding('api-server-address-not-link-local', {
            host: apiServer.host,
          }),
        ]),
    ...(apiServer.port === TKE_API_SERVER_PORT
      ? []
      : [
          createFinding('api-server-port-unusual', {
            port: apiServer.port,
            expected: TKE_API_SERVER_PORT,
          }),
        ]),
  ];
}
