import { ClusterSnapshot } from '../snapshot/types';
import { findNewerPatch, findVersionAdvisories } from '../versions/advisories';
import { agentVersion } from './ciliumVersion';
import { createProblem } from './problems/catalogue';
import { Problem } from './types';

const OPTIONAL_DEPLOYMENTS = [
  'hubble-relay',
  'hubble-ui',
  'clustermesh-apiserver',
];

/** What a person should know although it is no condition of readiness. */
export function advisories(snapshot: ClusterSnapshot): Problem[] {
  return [...knownDefects(snapshot), ...optionalDeployments(snapshot)];
}

function knownDefects(snapshot: ClusterSnapshot): Problem[] {
  const version = agentVersion(snapshot);
  const found = version ? findVersionAdvisories(version) : [];
  return version && found.length > 0
    ? [
        createProblem('version-known-bad', {
          version,
          fixedIn: findNewerPatch(version) ?? found[found.length - 1].fixedIn,
          defects: found
            .map(
              ({ id, description }) =>
                `${id}: ${description.replace(/\.$/, '')}`,
            )
            .join('; '),
        }),
      ]
    : [];
}

function optionalDeployments({ deployments }: ClusterSnapshot): Problem[] {
  return OPTIONAL_DEPLOYMENTS.map(name => deployments[name])
    .filter(deployment => deployment && deployment.ready < deployment.desired)
    .map(({ name, ready, desired }) =>
      createProblem('hubble-not-ready', { name, ready, desired }),
    );
}
