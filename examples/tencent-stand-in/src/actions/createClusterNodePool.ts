import { ApiError } from '../server/ApiError';
import { ActionContext } from './actions';
import { findRunningCluster } from './findCluster';
import { makeNodePool, NodePoolRequest } from './makeNodePool';
import { OPERATING_SYSTEMS } from './operatingSystems';
import { Members, parseJson } from './parseJson';
import {
  requireMachines,
  requireOneOf,
  requireSecurityGroups,
  requireSubnets,
} from './requireKnown';

const CODE = 'InvalidParameter.Param';

/** Of a group of the auto scaling service. */
const GROUP: Members = {
  AutoScalingGroupName: 'string',
  MaxSize: 'number',
  MinSize: 'number',
  DesiredCapacity: 'number',
  VpcId: 'string',
  SubnetIds: 'array',
  RetryPolicy: 'string',
  MultiZoneSubnetPolicy: 'string',
  ServiceSettings: { ScalingMode: 'string' },
};

/** Of one of its launch configurations. */
const LAUNCH: Members = {
  LaunchConfigurationName: 'string',
  ImageId: 'string',
  InstanceType: 'string',
  InstanceChargeType: 'string',
  SystemDisk: { DiskType: 'string', DiskSize: 'number' },
  DataDisks: 'array',
  InternetAccessible: {
    InternetChargeType: 'string',
    InternetMaxBandwidthOut: 'number',
  },
  LoginSettings: { KeyIds: 'array', Password: 'string' },
  SecurityGroupIds: 'array',
  EnhancedService: 'object',
};

type Request = NodePoolRequest & {
  AutoScalingGroupPara: string;
  LaunchConfigurePara: string;
  NodePoolOs?: string;
};

type Group = {
  AutoScalingGroupName?: string;
  MaxSize?: number;
  MinSize?: number;
  DesiredCapacity?: number;
  VpcId?: string;
  SubnetIds?: string[];
  RetryPolicy?: string;
  MultiZoneSubnetPolicy?: string;
};

type Launch = {
  LaunchConfigurationName?: string;
  ImageId?: string;
  InstanceType?: string;
  InstanceChargeType?: string;
  SecurityGroupIds?: string[];
  LoginSettings?: { KeyIds?: string[] };
};

/** CreateClusterNodePool: regular ones. Two of its parameters are JSON in a string. */
export function createClusterNodePool(context: ActionContext): object {
  const { vpcId } = findRunningCluster(context);
  const request = context.request as Request;
  const group = parseJson<Group>(
    'AutoScalingGroupPara',
    request.AutoScalingGroupPara,
    GROUP,
    CODE,
  );
  const launch = parseJson<Launch>(
    'LaunchConfigurePara',
    request.LaunchConfigurePara,
    LAUNCH,
    CODE,
  );
  const replicas = checkGroup(context, group, vpcId);
  checkLaunch(context, launch);
  const { NodePoolOs: os } = request;
  if (!os?.startsWith('img-')) {
    requireOneOf(
      'NodePoolOs',
      os,
      OPERATING_SYSTEMS,
      'InvalidParameter.OsNotSupport',
    );
  }
  return makeNodePool(context, {
    kind: 'regular',
    instanceTypes: [launch.InstanceType ?? ''],
    replicas,
  });
}

/** @returns how many machines the group begins with */
function checkGroup(
  { cloud }: ActionContext,
  group: Group,
  vpcId: string | undefined,
): number {
  const { MinSize: min, MaxSize: max } = group;
  if (group.AutoScalingGroupName) {
    throw new ApiError(CODE, 'AutoScalingGroupName can not be set');
  }
  if (!group.VpcId || (vpcId && group.VpcId !== vpcId)) {
    throw new ApiError(CODE, `vpc id ${group.VpcId} is not the cluster's`);
  }
  requireSubnets(cloud, group.SubnetIds, { vpcId, code: CODE });
  if (min === undefined || max === undefined || min > max) {
    throw new ApiError(CODE, `size ${min} to ${max} is not valid`);
  }
  const { DesiredCapacity: desired = min } = group;
  if (desired < min || desired > max) {
    throw new ApiError(
      CODE,
      `DesiredCapacity ${desired} is not between MinSize and MaxSize`,
    );
  }
  requireOneOf(
    'RetryPolicy',
    group.RetryPolicy,
    ['IMMEDIATE_RETRY', 'INCREMENTAL_INTERVALS', 'NO_RETRY'],
    CODE,
  );
  requireOneOf(
    'MultiZoneSubnetPolicy',
    group.MultiZoneSubnetPolicy,
    ['PRIORITY', 'EQUALITY'],
    CODE,
  );
  return desired;
}

function checkLaunch({ cloud }: ActionContext, launch: Launch): void {
  for (const name of ['ImageId', 'LaunchConfigurationName'] as const) {
    if (launch[name]) {
      throw new ApiError(CODE, `${name} can not be set`);
    }
  }
  requireSecurityGroups(cloud, launch.SecurityGroupIds, CODE);
  requireMachines(
    cloud,
    {
      instanceTypes: launch.InstanceType ? [launch.InstanceType] : [],
      keyIds: launch.LoginSettings?.KeyIds,
    },
    CODE,
  );
}
