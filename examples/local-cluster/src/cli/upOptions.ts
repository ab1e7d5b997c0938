import type { SeedOptions } from '../seed/types';

/** Options of `up`. */
export type UpOptions = {
  network: NonNullable<SeedOptions['network']>;
  nodes: number;
  kernelVersion?: string;
  superNode?: boolean;
  eniAgentVersion?: string;
  ipMasqAgent: boolean;
  foreignCilium?: boolean;
  simulator: boolean;
};

/** The seed that the options of `up` describe. */
export function seedOf(options: UpOptions): SeedOptions {
  const { kernelVersion, nodes, simulator, ...seed } = options;
  return {
    ...seed,
    nodes: Array.from({ length: nodes }, () => ({ kernelVersion })),
  };
}

/** The arguments that describe the options again, for the supervisor's command line. */
export function argumentsOf(options: UpOptions): string[] {
  return [
    `--network=${options.network}`,
    `--nodes=${options.nodes}`,
    ...(options.kernelVersion
      ? [`--kernel-version=${options.kernelVersion}`]
      : []),
    ...(options.superNode ? ['--super-node'] : []),
    ...(options.eniAgentVersion
      ? [`--eni-agent-version=${options.eniAgentVersion}`]
      : []),
    ...(options.ipMasqAgent ? [] : ['--no-ip-masq-agent']),
    ...(options.foreignCilium ? ['--foreign-cilium'] : []),
    ...(options.simulator ? [] : ['--no-simulator']),
  ];
}
