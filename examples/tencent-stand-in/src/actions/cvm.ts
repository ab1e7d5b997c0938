import { ActionContext } from './actions';
import { filterItems, selectPage } from './selectPage';

const CHARGE_TYPES = ['POSTPAID_BY_HOUR', 'PREPAID'];

/** DescribeZoneInstanceConfigInfos: every type once for each zone and way to pay. */
export function describeZoneInstanceConfigInfos({
  cloud,
  region,
  request,
}: ActionContext): object {
  const offers = cloud.machines.instanceTypes.flatMap(machine =>
    machine.zones.flatMap(({ zone, soldOut }) =>
      CHARGE_TYPES.map(chargeType => ({
        Zone: `${region}-${zone}`,
        InstanceType: machine.instanceType,
        InstanceChargeType: chargeType,
        InstanceFamily: machine.instanceType.split('.')[0],
        TypeName: machine.typeName,
        Cpu: machine.cpu,
        Memory: machine.memoryGiB,
        Gpu: machine.gpus ?? 0,
        Status:
          soldOut || cloud.soldOut.has(machine.instanceType)
            ? 'SOLD_OUT'
            : 'SELL',
      })),
    ),
  );
  return {
    InstanceTypeQuotaSet: filterItems(offers, request.Filters as never, {
      zone: ({ Zone }) => Zone,
      'instance-family': ({ InstanceFamily }) => InstanceFamily,
      'instance-type': ({ InstanceType }) => InstanceType,
      'instance-charge-type': ({ InstanceChargeType }) => InstanceChargeType,
    }),
  };
}

/** DescribeKeyPairs */
export function describeKeyPairs({ cloud, request }: ActionContext): object {
  const { total, page } = selectPage(cloud.machines.keyPairs, request, {
    ids: 'KeyIds',
    idOf: ({ keyId }) => keyId,
    filters: { 'key-name': ({ name }) => name },
  });
  return {
    TotalCount: total,
    KeyPairSet: page.map(({ keyId, name, publicKey }) => ({
      KeyId: keyId,
      KeyName: name,
      ProjectId: 0,
      Description: '',
      PublicKey: publicKey,
      PrivateKey: null,
    })),
  };
}
