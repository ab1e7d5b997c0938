import type { CloudChoice } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import type {
  InstanceTypeQuotaItem,
  KeyPair,
} from 'tencentcloud-sdk-nodejs-cvm/tencentcloud/services/cvm/v20170312/cvm_models';
import { callCloud } from '../cloudPhases/CloudPhase';
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
  return toKeyPairChoices(keys);
}

/**
 * One choice for each type, with the zones that sell it. By family and size; those that are sold out
 * in every zone last.
 */
export function toInstanceTypeChoices(
  offers: readonly InstanceTypeQuotaItem[],
): CloudChoice[] {
  const byType = new Map<string, InstanceTypeQuotaItem[]>();
  for (const offer of offers) {
    const { InstanceType: type } = offer;
    if (type) {
      byType.set(type, [...(byType.get(type) ?? []), offer]);
    }
  }
  return Array.from(byType, toInstanceType)
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

/** Without the keys themselves: a name is enough to choose one. */
export function toKeyPairChoices(keys: readonly KeyPair[]): CloudChoice[] {
  return keys
    .flatMap(({ KeyId: id, KeyName: name, Description: description }) =>
      id ? createChoice(id, name, { description }) : [],
    )
    .sort(compareChoices);
}

function toInstanceType([type, offers]: [string, InstanceTypeQuotaItem[]]) {
  const [first] = offers;
  return {
    value: type,
    title: first.TypeName,
    family: first.InstanceFamily ?? type.split('.')[0],
    cpu: first.Cpu ?? 0,
    memoryGiB: first.Memory ?? 0,
    gpus: first.Gpu,
    zones: offers
      .flatMap(({ Zone: zone, Status: status }) =>
        zone && status !== 'SOLD_OUT' ? zone : [],
      )
      .sort(compareTexts),
  };
}
