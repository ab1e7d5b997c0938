import { getInstallProfile } from '../profiles/installProfiles';
import { buildKarpenterNodePool } from './buildKarpenterNodePool';
import { checkKarpenterNodePool } from './checkKarpenterNodePool';
import { KarpenterNodePoolInput } from './karpenterNodePoolInput';

const guideInput: KarpenterNodePoolInput = {
  name: 'default',
  profile: getInstallProfile('guide-2025-11'),
  subnetIds: ['subnet-12sxk3z4', 'subnet-b8qyi2dk'],
  securityGroupIds: ['sg-nok01xpa'],
  sshKeyIds: ['skey-3t01mlvf'],
  instanceFamilies: ['S5', 'SA2'],
};

describe('buildKarpenterNodePool', () => {
  it("makes the guide's nodepool.yaml", () => {
    expect(buildKarpenterNodePool(guideInput)).toEqual({
      nodePool: {
        apiVersion: 'karpenter.sh/v1',
        kind: 'NodePool',
        metadata: { name: 'default' },
        spec: {
          disruption: {
            consolidationPolicy: 'WhenEmptyOrUnderutilized',
            consolidateAfter: '5m',
            budgets: [{ nodes: '10%' }],
          },
          template: {
            metadata: {
              annotations: {
                'beta.karpenter.k8s.tke.machine.spec/annotations':
                  'node.tke.cloud.tencent.com/beta-image=ts4-public',
              },
            },
            spec: {
              requirements: [
                {
                  key: 'kubernetes.io/arch',
                  operator: 'In',
                  values: ['amd64'],
                },
                { key: 'kubernetes.io/os', operator: 'In', values: ['linux'] },
                {
                  key: 'karpenter.k8s.tke/instance-family',
                  operator: 'In',
                  values: ['S5', 'SA2'],
                },
                {
                  key: 'karpenter.sh/capacity-type',
                  operator: 'In',
                  values: ['on-demand'],
                },
                {
                  key: 'karpenter.k8s.tke/instance-cpu',
                  operator: 'Gt',
                  values: ['1'],
                },
              ],
              nodeClassRef: {
                group: 'karpenter.k8s.tke',
                kind: 'TKEMachineNodeClass',
                name: 'default',
              },
            },
          },
          limits: { cpu: 100 },
        },
      },
      nodeClass: {
        apiVersion: 'karpenter.k8s.tke/v1beta1',
        kind: 'TKEMachineNodeClass',
        metadata: { name: 'default' },
        spec: {
          subnetSelectorTerms: [
            { id: 'subnet-12sxk3z4' },
            { id: 'subnet-b8qyi2dk' },
          ],
          securityGroupSelectorTerms: [{ id: 'sg-nok01xpa' }],
          sshKeySelectorTerms: [{ id: 'skey-3t01mlvf' }],
        },
      },
    });
  });

  it('adds the newer annotation and the startup taint with guide-2026-08', () => {
    const { nodePool } = buildKarpenterNodePool({
      ...guideInput,
      profile: getInstallProfile('guide-2026-08'),
    });
    expect(nodePool.spec.template).toMatchObject({
      metadata: {
        annotations: {
          'beta.karpenter.k8s.tke.machine.spec/annotations':
            'node.tke.cloud.tencent.com/image-label=ts4-public',
        },
      },
      spec: {
        startupTaints: [
          { key: 'node.cilium.io/agent-not-ready', effect: 'NoSchedule' },
        ],
      },
    });
  });

  it('joins several annotations with commas', () => {
    const profile = getInstallProfile('guide-2025-11');
    const { nodePool } = buildKarpenterNodePool({
      ...guideInput,
      profile: {
        ...profile,
        nodePools: {
          startupTaint: false,
          machineAnnotations: { a: '1', b: '2' },
        },
      },
    });
    expect(JSON.stringify(nodePool)).toContain('"a=1,b=2"');
  });

  it('passes on what is asked for', () => {
    const { nodePool, nodeClass } = buildKarpenterNodePool({
      ...guideInput,
      name: 'big',
      capacityType: 'spot',
      minimumCpu: 8,
      cpuLimit: 640,
      consolidateAfter: 'Never',
      labels: { team: 'a' },
      taints: [{ key: 'dedicated', value: 'a', effect: 'NoSchedule' }],
      systemDisk: { size: 100, type: 'CloudBSSD' },
      internetBandwidth: 10,
    });
    expect(nodePool).toMatchObject({
      metadata: { name: 'big' },
      spec: {
        disruption: { consolidateAfter: 'Never' },
        limits: { cpu: 640 },
        template: {
          metadata: { labels: { team: 'a' } },
          spec: {
            nodeClassRef: { name: 'big' },
            taints: [{ key: 'dedicated', value: 'a', effect: 'NoSchedule' }],
            requirements: expect.arrayContaining([
              {
                key: 'karpenter.k8s.tke/instance-cpu',
                operator: 'Gt',
                values: ['7'],
              },
              {
                key: 'karpenter.sh/capacity-type',
                operator: 'In',
                values: ['spot'],
              },
            ]),
          },
        },
      },
    });
    expect(nodeClass.spec).toMatchObject({
      systemDisk: { size: 100, type: 'CloudBSSD' },
      internetAccessible: { maxBandwidthOut: 10 },
    });
  });
});

describe('checkKarpenterNodePool', () => {
  const reasons = (changes: Partial<KarpenterNodePoolInput>) =>
    checkKarpenterNodePool({ ...guideInput, ...changes }).map(
      ({ parameters }) => `${parameters?.field}: ${parameters?.reason}`,
    );

  it.each<[Partial<KarpenterNodePoolInput>]>([
    [{}],
    [{ name: 'a'.repeat(57) }],
    [{ cpuLimit: 2, minimumCpu: 2 }],
    [{ systemDisk: { size: 20 } }],
    [{ systemDisk: { size: 2048, type: 'CloudTSSD' } }],
    [{ internetBandwidth: 100 }],
    [{ consolidateAfter: '1h30m' }],
    [{ labels: { 'example.com/team': 'a', empty: '' } }],
    [{ taints: [{ key: 'dedicated', effect: 'NoExecute' }] }],
  ])('accepts %j', changes => {
    expect(reasons(changes)).toEqual([]);
  });

  it.each<[Partial<KarpenterNodePoolInput>, string[]]>([
    [{ name: 'Default' }, ['name: "Default" is not a name']],
    [{ name: 'a'.repeat(58) }, ['name: "aaa']],
    [{ name: 'a.b' }, ['name: "a.b" is not a name']],
    [{ subnetIds: [] }, ['subnetIds: at least one is needed']],
    [
      { subnetIds: ['subnet-1', 'vpc-2'] },
      ['subnetIds: "vpc-2" does not look like'],
    ],
    [
      { subnetIds: ['subnet-1', 'subnet-1'] },
      ['subnetIds: "subnet-1" is listed twice'],
    ],
    [
      { subnetIds: Array.from({ length: 31 }, (_, n) => `subnet-${n}`) },
      ['subnetIds: there are 31, and 30 are allowed'],
    ],
    [
      { securityGroupIds: Array.from({ length: 6 }, (_, n) => `sg-${n}`) },
      ['securityGroupIds: there are 6, and 5 are allowed'],
    ],
    [{ sshKeyIds: [] }, ['sshKeyIds: at least one is needed']],
    [{ instanceFamilies: [] }, ['instanceFamilies: at least one is needed']],
    [
      { instanceFamilies: ['S5', 'S5.LARGE'] },
      ['instanceFamilies: "S5.LARGE" is not an instance family'],
    ],
    [{ minimumCpu: 0 }, ['minimumCpu: 0 is not a whole number of 1 or more']],
    [{ minimumCpu: 1.5 }, ['minimumCpu: 1.5 is not a whole number']],
    [
      { cpuLimit: 4, minimumCpu: 8 },
      ['cpuLimit: with 4 cores not even one node of 8 cores fits'],
    ],
    [
      { systemDisk: { size: 19 } },
      ['systemDisk.size: 19 is not a whole number from 20 to 2048'],
    ],
    [
      { systemDisk: { size: 50, type: 'Floppy' as 'CloudSSD' } },
      ['systemDisk.type: "Floppy" is not one of CloudPremium'],
    ],
    [
      { internetBandwidth: 101 },
      ['internetBandwidth: 101 is not a whole number from 1 to 100'],
    ],
    [{ consolidateAfter: '5 minutes' }, ['consolidateAfter: expected']],
    [
      { labels: { 'karpenter.sh/nodepool': 'x' } },
      ['labels: "karpenter.sh/nodepool" is set by'],
    ],
    [
      { labels: { 'karpenter.k8s.tke/x': 'x' } },
      ['labels: "karpenter.k8s.tke/x" is set by'],
    ],
    [{ labels: { team: 'a b' } }, ['labels: "team=a b" is not a label']],
    [
      {
        taints: [
          { key: 'node.cilium.io/agent-not-ready', effect: 'NoSchedule' },
        ],
      },
      ['taints: "node.cilium.io/agent-not-ready" must be a startup taint'],
    ],
    [
      { taints: [{ key: '', effect: 'NoSchedule' }] },
      ['taints: "=" is not a taint'],
    ],
  ])('refuses %j', (changes, expected) => {
    expect(reasons(changes)).toEqual(
      expected.map(reason => expect.stringContaining(reason)),
    );
  });

  it('finds everything at once', () => {
    expect(
      reasons({ name: '', subnetIds: [], securityGroupIds: ['x'] }),
    ).toHaveLength(3);
  });
});
