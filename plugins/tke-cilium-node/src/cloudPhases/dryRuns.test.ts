import {
  CloudPhaseTest,
  POOL,
  SUPER_NODE,
} from '../__testUtils__/CloudPhaseTest';
import { PhaseResult } from '../phases/Phase';
import {
  createNativeNodePool,
  createRegularNodePool,
  createSuperNode,
  openEndpoint,
} from './index';

jest.setTimeout(60_000);

/** A subnet that is there, in another network. */
const ELSEWHERE = 'subnet-elsewhere';

describe('a dry run', () => {
  let test: CloudPhaseTest;
  let clusterId: string;

  beforeAll(async () => {
    test = await CloudPhaseTest.start();
    clusterId = await test.runningCluster();
    test.cloud.soldOut.add('SA5.LARGE8');
  });
  afterAll(() => test.stop());

  const context = () => test.context({ dryRun: true });
  const native = (changes: object = {}) =>
    createNativeNodePool(context(), {
      ...POOL,
      clusterId,
      instanceTypes: ['SA5.MEDIUM4'],
      ...changes,
    });
  const regular = (changes: object = {}) =>
    createRegularNodePool(context(), {
      ...POOL,
      clusterId,
      instanceType: 'S5.MEDIUM4',
      ...changes,
    });
  const superNode = (changes: object = {}) =>
    createSuperNode(context(), { ...SUPER_NODE, clusterId, ...changes });
  const intranet = (subnetId: string) =>
    openEndpoint(context(), { clusterId, kind: 'intranet', subnetId });
  const open = (securityGroupId: string) =>
    openEndpoint(context(), { clusterId, kind: 'public', securityGroupId });

  it.each<[string, () => Promise<PhaseResult>, RegExp]>([
    ['a native pool', native, /2 nodes of SA5.MEDIUM4, each .* a price/],
    ['a regular pool', regular, /2 nodes of S5.MEDIUM4, each .* a price/],
    ['a super node', superNode, /Would add .*has a price/],
    ['an access', () => intranet(SUPER_NODE.subnetId), /has a price/],
  ])(
    'says what would be made, and that it has a price: %s',
    async (_, run, said) => {
      await expect(run()).resolves.toMatchObject({
        changed: true,
        summary: expect.stringMatching(said),
      });
    },
  );

  it.each<[string, () => Promise<PhaseResult>, RegExp]>([
    [
      'the subnet of a pool',
      () => native({ subnetIds: [ELSEWHERE] }),
      /no subnet subnet-elsewhere in vpc-/,
    ],
    [
      'its security group and its key',
      () =>
        regular({ securityGroupIds: ['sg-none'], sshKeyIds: ['skey-none'] }),
      /no security group sg-none.*no SSH key skey-none/s,
    ],
    [
      'machines that are left',
      () => native({ instanceTypes: ['SA5.LARGE8'] }),
      /SA5.LARGE8 cannot be bought in/,
    ],
    [
      'the subnet of a super node',
      () => superNode({ subnetId: ELSEWHERE }),
      /no subnet subnet-elsewhere in vpc-/,
    ],
    [
      'the subnet of an access',
      () => intranet(ELSEWHERE),
      /no subnet subnet-elsewhere in vpc-/,
    ],
    ['its security group', () => open('sg-none'), /no security group sg-none/],
    [
      'a node that carries it',
      () => open('sg-demo0001'),
      /No node of cls-\w+ runs.*Add a super node/,
    ],
  ])('says why it would fail without %s', async (_, run, why) => {
    await expect(run()).rejects.toThrow(why);
  });
});
