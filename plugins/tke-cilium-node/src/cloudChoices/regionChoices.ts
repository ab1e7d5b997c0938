import type { CloudChoice } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { callCloud } from '../cloudPhases/CloudPhase';
import type { RegionInfo } from '../tencentCloud/regionModels';
import type { Asked } from './CloudChoiceQuery';
import { createChoice } from './createChoice';

/** The regions that clusters can be in. */
export async function readRegions(asked: Asked): Promise<CloudChoice[]> {
  const { RegionSet: regions } = await callCloud(
    asked,
    'DescribeRegions',
    { Product: 'tke' },
    'the regions',
  );
  return toRegionChoices(regions ?? []);
}

/** Without those that are not available. */
export function toRegionChoices(regions: readonly RegionInfo[]): CloudChoice[] {
  return regions
    .filter(({ RegionState: state = 'AVAILABLE' }) => state === 'AVAILABLE')
    .map(({ Region: region, RegionName: name }) => createChoice(region, name));
}
