import type { CloudChoice } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { callCloud } from '../cloudPhases/CloudPhase';
import type { CvmRegion } from '../tencentCloud/cvmModels';
import type { Asked } from './CloudChoiceQuery';
import { createChoice } from './createChoice';

/** The regions that can be used. */
export async function readRegions(asked: Asked): Promise<CloudChoice[]> {
  const { RegionSet: regions } = await callCloud(
    asked,
    'DescribeRegions',
    {},
    'the regions',
  );
  return toRegionChoices(regions ?? []);
}

/** Without those that are not available. */
export function toRegionChoices(regions: readonly CvmRegion[]): CloudChoice[] {
  return regions
    .filter(({ RegionState: state = 'AVAILABLE' }) => state === 'AVAILABLE')
    .map(({ Region: region, RegionName: name }) => createChoice(region, name));
}
