import { argumentsOf, seedOf, type UpOptions } from './upOptions';

const plain: UpOptions = {
  network: 'vpc-cni',
  nodes: 0,
  ipMasqAgent: true,
  simulator: true,
};

describe('options of up', () => {
  it.each<[Partial<UpOptions>, string[]]>([
    [{}, ['--network=vpc-cni', '--nodes=0']],
    [
      {
        network: 'dataplane-v2',
        nodes: 2,
        kernelVersion: '5.4.0',
        superNode: true,
        eniAgentVersion: '3.8.3',
        ipMasqAgent: false,
        foreignCilium: true,
        simulator: false,
      },
      [
        '--network=dataplane-v2',
        '--nodes=2',
        '--kernel-version=5.4.0',
        '--super-node',
        '--eni-agent-version=3.8.3',
        '--no-ip-masq-agent',
        '--foreign-cilium',
        '--no-simulator',
      ],
    ],
  ])('%j reach the supervisor', (options, expected) => {
    expect(argumentsOf({ ...plain, ...options })).toEqual(expected);
  });

  it('become a seed', () => {
    expect(seedOf({ ...plain, nodes: 2, kernelVersion: '5.4.0' })).toEqual({
      network: 'vpc-cni',
      ipMasqAgent: true,
      nodes: [{ kernelVersion: '5.4.0' }, { kernelVersion: '5.4.0' }],
    });
  });
});
