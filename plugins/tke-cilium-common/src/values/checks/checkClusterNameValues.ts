import { createFinding } from '../../preflight/findings';
import { Problem } from '../../readiness/types';
import { HelmValues } from '../helmValues';
import { valueAt } from './readValues';

const MAXIMUM_LENGTH = 32;
const NAME = /^([a-z0-9][-a-z0-9]*)?[a-z0-9]$/;

/** The chart's rules for the cluster's name in a mesh, told before Helm runs. TKE ids are good names. */
export function checkClusterNameValues(values: HelmValues): Problem[] {
  const name = String(valueAt(values, 'cluster.name', 'default'));
  const id = Number(valueAt(values, 'cluster.id', 0));
  const reason = explain(name, id);
  return reason
    ? [createFinding('cluster-name-invalid', { name, reason })]
    : [];
}

function explain(name: string, id: number): string | undefined {
  if (name.length > MAXIMUM_LENGTH) {
    return `it has more than ${MAXIMUM_LENGTH} characters`;
  }
  if (!NAME.test(name)) {
    return 'it must be lower-case letters, digits and "-", and start and end with a letter or digit';
  }
  return name === 'default' && id !== 0
    ? `with cluster.id ${id} it needs a name of its own`
    : undefined;
}
