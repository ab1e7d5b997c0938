import { Readiness } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { InstallLink } from './InstallLink';
import { NodePoolLink } from './NodePoolLink';

/** The one thing to do about a cluster that waits for somebody to do it. Else nothing. */
export function NextStep(props: { readiness: Readiness }) {
  const { phase, nodePools } = props.readiness;
  if (phase === 'NotInstalled') {
    return <InstallLink />;
  }
  return phase === 'WaitingForNodes' && nodePools.length === 0 ? (
    <NodePoolLink variant="primary" />
  ) : null;
}
