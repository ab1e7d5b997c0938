import type { CloudChoice } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { callCloud } from '../cloudPhases/CloudPhase';
import type { InstanceTypeOffer, KeyPair } from '../tencentCloud/cvmModels';
import { listAll } from '../tencentCloud/listAll';
import type { Asked } from './CloudChoiceQuery';
import { compareChoices, compareTexts } from './compareChoices';
import { createChoice } from './createChoice';

/** The machine types of the region or of one zone, as node pools pay for them: by the hour. */
export async function readInstanceTypes(
  asked: Asked,
  { zone }: { zone?: string },
): Promise<CloudChoice[]> {
  const { InstanceTypeQuotaSet: offers } = await callCloud(
    asked,
    'DescribeZoneInstanceConfigInfos',
    {
      Filters: [
        { Name: 'instance-charge-type', Values: ['POSTPAID_BY_HOUR'] },
        ...(zone ? [{ Name: 'zone', Values: [zone] }] : []),
      ],
    },
    zone ? `the instance types in ${zone}` : 'the instance types',
  );
  return toInstanceTypeChoices(offers ?? []);
}

/** The SSH keys of the region. */
export async function readKeyPairs(asked: Asked): Promise<CloudChoice[]> {
  const keys = await listAll<KeyPair>(async page => {
    const { TotalCount: total, KeyPairSet: items } = await callCloud(
      asked,
      'DescribeKeyPairs',
      page,
      'the SSH keys',
    );
    return { total, items };
  });
  return keys.map(toKeyPairChoice).sort(compareChoices);
}

/**
 * One choice for each type, with the zones that sell it. By family and size; those that are sold out
 * in every zone last.
 */
export function toInstanceTypeChoices(
  offers: readonly InstanceTypeOffer[],
): CloudChoice[] {
  const byType = new Map<string, InstanceTypeOffer[]>();
  for (const offer of offers) {
    byType.set(offer.InstanceType, [
      ...(byType.get(offer.InstanceType) ?? []),
      offer,
    ]);
  }
  return Array.from(byType.values(), toInstanceType)
    .sort(
      (a, b) =>
        Number(a.zones.length === 0) - Number(b.zones.length === 0) ||
        compareTexts(a.family, b.family) ||
        a.cpu - b.cpu ||
        a.memoryGiB - b.memoryGiB ||
        compareTexts(a.value, b.value),
    )
    .map(({ value, title, zones, gpus, ...details }) =>
      createChoice(value, title, {
        ...details,
        gpus: gpus || undefined,
        zones: zones.join(', '),
        status: zones.length === 0 ? 'sold-out' : undefined,
      }),
    );
}

/** Without the key itself: its name is enough to choose it. */
export function toKeyPairChoice(key: KeyPair): CloudChoice {
  return createChoice(key.KeyId, key.KeyName, {
    description: key.Description,
  });
}

function toInstanceType(offers: readonly InstanceTypeOffer[]) {
  const [first] = offers;
  return {
    value: first.InstanceType,
    title: first.TypeName,
    family: first.InstanceFamily ?? first.InstanceType.split('.')[0],
    cpu: first.Cpu ?? 0,
    memoryGiB: first.Memory ?? 0,
    gpus: first.Gpu,
    zones: offers
      .filter(({ Status: status }) => status !== 'SOLD_OUT')
      .map(({ Zone: zone }) => zone)
      .sort(compareTexts),
  };
}
