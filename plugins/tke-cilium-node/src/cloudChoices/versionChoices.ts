import {
  CloudChoice,
  compareVersions,
  INSTALL_PROFILES,
  isAtLeast,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import type { VersionInstance } from 'tencentcloud-sdk-nodejs-tke/tencentcloud/services/tke/v20180525/tke_models';
import { callCloud } from '../cloudPhases/CloudPhase';
import type { Asked } from './CloudChoiceQuery';
import { createChoice } from './createChoice';

/** The versions of Kubernetes that a cluster with Cilium may have. */
export async function readKubernetesVersions(
  asked: Asked,
): Promise<CloudChoice[]> {
  const { VersionInstanceSet: versions } = await callCloud(
    asked,
    'DescribeVersions',
    {},
    'the versions of Kubernetes',
  );
  return toVersionChoices(versions ?? []);
}

/** Newest first, and none that is too old for every install profile. */
export function toVersionChoices(
  versions: readonly VersionInstance[],
): CloudChoice[] {
  const profiles = Object.values(INSTALL_PROFILES);
  return versions
    .flatMap(({ Version: version }) =>
      version && /^\d+\.\d+\.\d+$/.test(version) ? version : [],
    )
    .filter(version =>
      profiles.some(({ minimumKubernetesVersion: minimum }) =>
        isAtLeast(version, minimum),
      ),
    )
    .sort((a, b) => compareVersions(b, a))
    .map(version => createChoice(version, undefined));
}
