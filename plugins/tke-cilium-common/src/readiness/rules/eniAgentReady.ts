import { isAtLeast } from '../../versions/version';
import {
  MINIMUM_ENI_AGENT_VERSION,
  TKE_DAEMON_SETS,
} from '../../vocabulary/names';
import { eniAgentVersion } from '../eniAgentVersion';
import { isInstalled } from '../installation';
import { createProblem } from '../problems/catalogue';
import { fails, holds, Rule, unknown, unknownWithout } from '../verdict';

/** tke-eni-agent is new enough for Cilium's route tables. */
export const eniAgentReady: Rule = snapshot => {
  const gap = unknownWithout(snapshot, 'daemonSets');
  if (gap) {
    return gap;
  }
  const daemonSet = snapshot.daemonSets[TKE_DAEMON_SETS.eniAgent];
  if (!daemonSet) {
    return fails(
      'EniAgentMissing',
      'The DaemonSet kube-system/tke-eni-agent does not exist.',
    );
  }
  const version = eniAgentVersion(daemonSet);
  if (!version) {
    return unknown(
      'VersionUnknown',
      'The image of tke-eni-agent carries no version.',
    );
  }
  if (!isAtLeast(version, MINIMUM_ENI_AGENT_VERSION)) {
    const problem = createProblem('eni-agent-too-old', {
      version,
      minimum: MINIMUM_ENI_AGENT_VERSION,
    });
    return fails(
      'EniAgentTooOld',
      problem.message,
      isInstalled(snapshot) ? [problem] : [],
    );
  }
  return holds('EniAgentReady', `tke-eni-agent is ${version}.`);
};
