import { ClusterSnapshot } from '../../snapshot/types';
import { CILIUM_WORKLOADS } from '../../vocabulary/names';
import { notInstalled } from '../installation';
import { createProblem } from '../problems/catalogue';
import { fails, holds, Rule, unknown, unknownWithout } from '../verdict';

/**
 * Cilium reaches the API server where the EndpointSlice of `default/kubernetes` says it is.
 *
 * @remarks
 * The address is written into the workloads at install time, because Cilium cannot use the
 * Service that it implements itself.
 */
export const apiServerAddressCurrent: Rule = snapshot => {
  const gap =
    unknownWithout(snapshot, 'daemonSets', 'endpointSlices') ??
    notInstalled(snapshot);
  if (gap) {
    return gap;
  }
  const configured = configuredAddress(snapshot);
  const { apiServer } = snapshot;
  if (!configured) {
    return unknown(
      'NotConfigured',
      'The DaemonSet kube-system/cilium names no API server address.',
    );
  }
  if (!apiServer) {
    return unknown(
      'NoEndpoint',
      'The EndpointSlice of default/kubernetes has no ready address at the moment.',
    );
  }
  const current = `${apiServer.host}:${apiServer.port}`;
  if (configured === current) {
    return holds('AddressCurrent', `Cilium uses ${current}.`);
  }
  const problem = createProblem('api-server-address-drift', {
    configured,
    current,
  });
  return fails('AddressDrifted', problem.message, [problem]);
};

function configuredAddress({
  daemonSets,
}: ClusterSnapshot): string | undefined {
  const address = daemonSets[CILIUM_WORKLOADS.agent]?.containers
    .map(container => container.apiServer)
    .find(candidate => candidate?.host && candidate.port);
  return address && `${address.host}:${address.port}`;
}
