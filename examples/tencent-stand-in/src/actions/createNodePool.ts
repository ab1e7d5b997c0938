import { ApiError } from '../server/ApiError';
import { ActionContext } from './actions';
import { findRunningCluster } from './findCluster';
import { makeNodePool, NodePoolRequest } from './makeNodePool';
import {
  requireMachines,
  requireOneOf,
  requireSecurityGroups,
  requireSubnets,
} from './requireKnown';

const CODE = 'InvalidParameter';
const CHARGE_TYPES = ['POSTPAID_BY_HOUR', 'PREPAID'];
const DISK_TYPES = ['CLOUD_PREMIUM', 'CLOUD_SSD', 'CLOUD_BSSD', 'CLOUD_HSSD'];
const SMALLEST_DISK = 20;

type Request = NodePoolRequest & {
  Type: string;
  Native?: {
    Scaling: {
      MinReplicas: number;
      MaxReplicas: number;
      CreatePolicy?: string;
    };
    SubnetIds: string[];
    InstanceChargeType: string;
    SystemDisk: { DiskType: string; DiskSize: number };
    InstanceTypes: string[];
    SecurityGroupIds?: string[];
    KeyIds?: string[];
    Replicas?: number;
  };
};

/** CreateNodePool of version 2022-05-01: native ones. */
export function createNodePool(context: ActionContext): object {
  const { cloud } = context;
  const { vpcId } = findRunningCluster(context);
  const { Type: type, Native: native } = context.request as Request;
  if (type !== 'Native' || !native) {
    throw new ApiError(CODE, 'only native pools are here');
  }
  const { Scaling: scaling, SystemDisk: disk, Replicas: replicas = 0 } = native;
  requireSecurityGroups(cloud, native.SecurityGroupIds, CODE);
  requireSubnets(cloud, native.SubnetIds, { vpcId, code: CODE });
  requireMachines(
    cloud,
    { instanceTypes: native.InstanceTypes, keyIds: native.KeyIds },
    CODE,
  );
  requireOneOf(
    'InstanceChargeType',
    native.InstanceChargeType,
    CHARGE_TYPES,
    CODE,
  );
  requireOneOf(
    'CreatePolicy',
    scaling.CreatePolicy,
    ['ZoneEquality', 'ZonePriority'],
    CODE,
  );
  requireOneOf('DiskType', disk.DiskType, DISK_TYPES, CODE);
  if (disk.DiskSize < SMALLEST_DISK) {
    throw new ApiError(CODE, `DiskSize is less than ${SMALLEST_DISK}`);
  }
  if (replicas < scaling.MinReplicas || replicas > scaling.MaxReplicas) {
    throw new ApiError(
      CODE,
      `Replicas ${replicas} is not between MinReplicas and MaxReplicas`,
    );
  }
  return makeNodePool(context, {
    kind: 'native',
    instanceTypes: native.InstanceTypes,
    replicas,
  });
}
