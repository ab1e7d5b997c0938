import { createFinding } from '../../preflight/findings';
import { Problem } from '../../readiness/types';
import { ApiServerAddress } from '../buildCiliumValues';
import { HelmValues } from '../helmValues';
import { isLinkLocal } from '../ipv4';
import { display, valueAt } from './readValues';

/**
 * The agents replace kube-proxy, so they must not reach the API server through anything that they serve
 * themselves: with a load balancer's address, a moment without endpoints cuts every node off until it
 * is rebooted (cilium#43619).
 */
export function checkApiServerValues(
  values: HelmValues,
  apiServer: ApiServerAddress,
): Problem[] {
  const host = valueAt(values, 'k8sServiceHost');
  const port = valueAt(values, 'k8sServicePort');
  return [
    ...(host === apiServer.host
      ? []
      : [
          createFinding('api-server-host-differs', {
            found: display(host),
            expected: apiServer.host,
          }),
        ]),
    ...(isLinkLocal(apiServer.host)
      ? []
      : [
          createFinding('api-server-address-not-link-local', {
            host: apiServer.host,
          }),
        ]),
    ...(String(port) === String(apiServer.port)
      ? []
      : [
          createFinding('api-server-port-differs', {
            found: display(port),
            expected: apiServer.port,
          }),
        ]),
  ];
}
