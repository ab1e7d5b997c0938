import type { TencentCloudOptions } from '@tke-cilium/tencent-stand-in';
import { CloudPhaseTest } from '../__testUtils__/CloudPhaseTest';
import { CloudChoiceQuery } from './CloudChoiceQuery';
import { readCloudChoices } from './readCloudChoices';

describe('readCloudChoices', () => {
  let test: CloudPhaseTest;

  afterEach(() => test.stop());

  async function start(options: Partial<TencentCloudOptions> = {}) {
    test = await CloudPhaseTest.start(options);
  }

  function read(query: CloudChoiceQuery) {
    const { cloud, signal } = test.context();
    return readCloudChoices(cloud, query, signal);
  }

  it.each<[CloudChoiceQuery, string[]]>([
    [
      { kind: 'regions' },
      ['ap-guangzhou', 'ap-shanghai', 'ap-beijing', 'ap-singapore'],
    ],
    [{ kind: 'kubernetes-versions' }, ['1.34.1', '1.32.2', '1.30.0']],
    [{ kind: 'vpcs' }, ['vpc-demo0001', 'vpc-demo0002']],
    [
      { kind: 'subnets', vpcId: 'vpc-demo0001' },
      ['subnet-demonode', 'subnet-demopod1', 'subnet-demopod2'],
    ],
    [{ kind: 'subnets', vpcId: 'vpc-demo0002' }, []],
    [
      { kind: 'subnets' },
      ['subnet-demonode', 'subnet-demopod1', 'subnet-demopod2'],
    ],
    [{ kind: 'security-groups' }, ['sg-demo0001']],
    [{ kind: 'instance-families' }, ['S5', 'SA2', 'SA5', 'GN7']],
    [
      { kind: 'instance-families', zone: 'ap-guangzhou-6' },
      ['S5', 'SA5', 'GN7', 'SA2'],
    ],
    [{ kind: 'key-pairs' }, ['skey-demo0001']],
  ])('reads %j from the cloud', async (query, expected) => {
    await start();
    expect((await read(query)).map(({ value }) => value)).toEqual(expected);
  });

  it('reads the subnets of the VPC that a cluster is in', async () => {
    await start({
      clusters: ['vpc-demo0001', 'vpc-demo0002'].map((vpcId, index) => ({
        clusterId: `cls-${index}`,
        region: 'ap-guangzhou',
        vpcId,
        kubeconfig: '',
      })),
    });
    const ofCluster = (clusterId: string) =>
      read({ kind: 'subnets', clusterId });
    expect(await ofCluster('cls-0')).toHaveLength(3);
    expect(await ofCluster('cls-1')).toEqual([]);
    await expect(ofCluster('cls-2')).rejects.toThrow(
      'The Tencent Cloud account "production" has no cluster cls-2 in ap-guangzhou.',
    );
  });

  it('reads what is sold, by the hour, in a region or in one zone', async () => {
    await start();
    test.cloud.soldOut.add('SA5.LARGE8');
    const inRegion = await read({ kind: 'instance-types' });
    const inZone = await read({
      kind: 'instance-types',
      zone: 'ap-guangzhou-6',
    });
    expect(inRegion[0]).toEqual({
      value: 'S5.MEDIUM4',
      title: 'Standard S5',
      details: {
        family: 'S5',
        cpu: 2,
        memoryGiB: 4,
        zones: 'ap-guangzhou-3, ap-guangzhou-6',
      },
    });
    const soldOut = (choices: typeof inZone) =>
      choices
        .filter(({ details }) => details?.status === 'sold-out')
        .map(({ value }) => value);
    expect(soldOut(inRegion)).toEqual(['GN7.2XLARGE32', 'SA5.LARGE8']);
    expect(soldOut(inZone)).toEqual(
      expect.arrayContaining(['SA2.MEDIUM4', 'SA5.LARGE8']),
    );
  });

  it.each(['vpcs', 'subnets', 'security-groups', 'key-pairs'] as const)(
    'reads all %s, however many pages there are',
    async kind => {
      const names = Array.from({ length: 230 }, (_, index) => `name ${index}`);
      await start({
        network: {
          vpcs: names.map((name, index) => ({
            vpcId: `vpc-${index}`,
            name,
            cidr: '10.0.0.0/16',
            secondaryCidrs: [],
          })),
          subnets: names.map((name, index) => ({
            subnetId: `subnet-${index}`,
            vpcId: 'vpc-1',
            name,
            cidr: '10.0.0.0/24',
            zone: 'ap-guangzhou-3',
            freeAddresses: 250,
          })),
          securityGroups: names.map((name, index) => ({
            securityGroupId: `sg-${index}`,
            name,
          })),
        },
        machines: {
          instanceTypes: [],
          keyPairs: names.map((name, index) => ({
            keyId: `skey-${index}`,
            name,
            publicKey: 'ssh-ed25519 AAAA',
          })),
        },
      });
      const choices = await read({ kind });
      expect(choices.map(({ title }) => title)).toEqual(names);
      expect(test.cloud.journal).toHaveLength(3);
    },
  );
});
