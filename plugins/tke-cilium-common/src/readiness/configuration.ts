import { compareWithProfile } from '../ciliumConfig/compareWithProfile';
import { ClusterSnapshot } from '../snapshot/types';
import { CILIUM_CONFIG } from '../vocabulary/names';
import { agentVersion } from './ciliumVersion';
import { ConfigurationReadiness, ReadinessExpectation } from './types';
import { unknownWithout } from './verdict';

/** How Cilium is configured differently from its profile; `undefined` when nobody can tell. */
export function configuration(
  snapshot: ClusterSnapshot,
  expectation: ReadinessExpectation,
): ConfigurationReadiness | undefined {
  const configMap = snapshot.configMaps[CILIUM_CONFIG];
  const chartVersion =
    snapshot.helmRelease?.chartVersion ?? agentVersion(snapshot);
  // Without a release it is TKE's own Cilium, which follows no profile.
  if (
    unknownWithout(snapshot, 'configMaps') ||
    !configMap?.helmRelease ||
    !chartVersion
  ) {
    return undefined;
  }
  return compareWithProfile(
    configMap.data,
    chartVersion,
    snapshot.helmRelease?.profile ?? expectation.profile,
  );
}
