import { GRACE, isWithin } from '../grace';
import { notInstalled } from '../installation';
import { createProblem } from '../problems/catalogue';
import { tkeComponents } from '../tkeComponents';
import { fails, holds, Rule, unknownWithout } from '../verdict';

/**
 * The TKE components that Cilium replaces are switched off and none of their pods is left.
 *
 * @remarks
 * The guide switches them off after Helm, so shortly after a change of the release it is no problem yet.
 */
export const tkeComponentsDisabled: Rule = (snapshot, { now }) => {
  const gap = unknownWithout(snapshot, 'daemonSets');
  if (gap) {
    return gap;
  }
  const components = tkeComponents(snapshot);
  const enabled = components.filter(({ state }) => state === 'enabled');
  if (enabled.length > 0) {
    const isExpected =
      notInstalled(snapshot) !== undefined ||
      isWithin(GRACE.start, snapshot.helmRelease?.modifiedAt, now);
    return fails(
      'ComponentsEnabled',
      `Enabled: ${enabled.map(({ name }) => name).join(', ')}.`,
      isExpected
        ? []
        : enabled.map(({ name, pods }) =>
            createProblem('tke-component-enabled', { name, pods }),
          ),
    );
  }
  const stopping = components.filter(({ state }) => state === 'stopping');
  if (stopping.length > 0) {
    return fails(
      'ComponentsStopping',
      `Still stopping: ${stopping
        .map(({ name, pods }) => `${name} on ${pods} nodes`)
        .join(', ')}.`,
    );
  }
  return holds('ComponentsDisabled', 'No pod of them is left.');
};
