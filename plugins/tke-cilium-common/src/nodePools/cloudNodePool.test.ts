import { getInstallProfile } from '../profiles/installProfiles';
import {
  buildNativeNodePool,
  buildRegularNodePool,
} from './buildCloudNodePool';
import { checkCloudNodePool } from './checkCloudNodePool';
import { CloudNodePoolInput } from './cloudNodePoolInput';

const input: CloudNodePoolInput = {
  name: 'workers',
  profile: getInstallProfile('guide-2026-08'),
  subnetIds: ['subnet-a1b2c3d4'],
  securityGroupIds: ['sg-a1b2c3d4'],
  sshKeyIds: ['skey-a1b2c3d4'],
  replicas: 2,
  minimumReplicas: 1,
  maximumReplicas: 5,
};

describe('checkCloudNodePool', () => {
  it.each<[Partial<CloudNodePoolInput>, string[], string[]]>([
    [{}, ['SA5.MEDIUM4'], []],
    [{ replicas: 0, minimumReplicas: 0 }, ['S5.MEDIUM4'], []],
    [{ name: 'a'.repeat(26) }, ['S5.MEDIUM4'], ['name']],
    [{ subnetIds: [] }, ['S5.MEDIUM4'], ['subnetIds']],
    [{ securityGroupIds: ['x'] }, ['S5.MEDIUM4'], ['securityGroupIds']],
    [{ sshKeyIds: ['x'] }, ['S5.MEDIUM4'], ['sshKeyIds']],
    [{ replicas: 6 }, ['S5.MEDIUM4'], ['replicas']],
    [{ replicas: 1.5 }, ['S5.MEDIUM4'], ['replicas']],
    [{ diskSize: 10 }, ['S5.MEDIUM4'], ['diskSize']],
    [{}, [], ['instanceTypes']],
    [{}, ['S5'], ['instanceTypes']],
    [
      {
        taints: [
          { key: 'node.cilium.io/agent-not-ready', effect: 'NoSchedule' },
        ],
      },
      ['S5.MEDIUM4'],
      ['taints'],
    ],
  ])('judges %j with %j', (changes, types, fields) => {
    expect(
      checkCloudNodePool({ ...input, ...changes }, types).map(
        ({ parameters }) => parameters?.field,
      ),
    ).toEqual(fields);
  });
});

describe('the requests', () => {
  it('give native nodes TencentOS 4 and the startup taint', () => {
    expect(
      buildNativeNodePool('cls-a1b2c3d4', {
        ...input,
        instanceTypes: ['SA5.MEDIUM4'],
      }),
    ).toMatchObject({
      ClusterId: 'cls-a1b2c3d4',
      Type: 'Native',
      Annotations: [
        { Name: 'node.tke.cloud.tencent.com/image-label', Value: 'ts4-public' },
      ],
      Taints: [
        {
          Key: 'node.cilium.io/agent-not-ready',
          Value: 'true',
          Effect: 'NoSchedule',
        },
      ],
      Native: {
        Replicas: 2,
        Scaling: { MinReplicas: 1, MaxReplicas: 5 },
        SystemDisk: { DiskSize: 50 },
      },
    });
  });

  it('name no image for regular nodes', () => {
    const request = buildRegularNodePool('cls-a1b2c3d4', {
      ...input,
      vpcId: 'vpc-a1b2c3d4',
      instanceType: 'S5.MEDIUM4',
      profile: getInstallProfile('guide-2025-11'),
    });
    expect(request).toMatchObject({
      NodePoolOs: 'tlinux4_x86_64_public',
      Taints: [],
    });
    expect(JSON.parse(request.AutoScalingGroupPara)).toMatchObject({
      DesiredCapacity: 2,
    });
    expect(Object.keys(JSON.parse(request.LaunchConfigurePara))).toEqual([
      'InstanceType',
      'InstanceChargeType',
      'SecurityGroupIds',
      'LoginSettings',
      'SystemDisk',
    ]);
  });
});
