/** The machine types that are sold to an account, the same in each region, and its SSH keys. */
export type CloudMachines = {
  instanceTypes: {
    instanceType: string;
    typeName: string;
    cpu: number;
    memoryGiB: number;
    gpus?: number;
    /** Numbers of the zones in their region. */
    zones: { zone: number; soldOut?: boolean }[];
  }[];
  keyPairs: { keyId: string; name: string; publicKey: string }[];
};

/** What an account has unless told otherwise. */
export const DEMO_MACHINES: CloudMachines = {
  instanceTypes: [
    ...['S5', 'SA2', 'SA5'].flatMap(family =>
      (
        [
          ['MEDIUM4', 2, 4],
          ['LARGE8', 4, 8],
          ['2XLARGE16', 8, 16],
        ] as const
      ).map(([size, cpu, memoryGiB]) => ({
        instanceType: `${family}.${size}`,
        typeName: `Standard ${family}`,
        cpu,
        memoryGiB,
        zones: [{ zone: 3 }, { zone: 6, soldOut: family === 'SA2' }],
      })),
    ),
    {
      instanceType: 'GN7.2XLARGE32',
      typeName: 'GPU Computing GN7',
      cpu: 8,
      memoryGiB: 32,
      gpus: 1,
      zones: [{ zone: 6, soldOut: true }],
    },
  ],
  keyPairs: [
    {
      keyId: 'skey-demo0001',
      name: 'demo',
      publicKey: 'ssh-ed25519 AAAAdemo demo',
    },
  ],
};
