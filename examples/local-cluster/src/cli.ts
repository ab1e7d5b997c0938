import { Command, InvalidArgumentError, Option } from 'commander';
import { addNodesCommand } from './cli/addNodesCommand';
import { down } from './cli/down';
import { failCommand, healCommand } from './cli/faultCommands';
import { list } from './cli/list';
import { supervise } from './cli/supervise';
import { up } from './cli/up';

const FAULT_KINDS = [
  'image-pull-back-off',
  'crash-loop-back-off',
  'node-not-ready',
  'stuck-taint',
  'agent-missing',
  'pool-out-of-resources',
];

const program = new Command('npm run cluster --')
  .description('TKE-like Kubernetes clusters on this machine')
  .showHelpAfterError();

for (const [name, hidden] of [
  ['up', false],
  ['supervise', true],
] as const) {
  program
    .command(name, { hidden })
    .description('start a cluster and print the path of its kubeconfig')
    .argument('[id]', 'cls- and eight lower-case letters or digits')
    .addOption(
      new Option('--network <mode>', 'network of the cluster')
        .choices(['vpc-cni', 'global-router', 'dataplane-v2'])
        .default('vpc-cni'),
    )
    .option('--nodes <count>', 'nodes it has from the start', count, 0)
    .option('--kernel-version <version>', 'kernel of those nodes')
    .option('--super-node', 'add a super node')
    .option('--eni-agent-version <version>', 'version of tke-eni-agent')
    .option('--no-ip-masq-agent', 'leave the addon ip-masq-agent out')
    .option('--foreign-cilium', 'add a Cilium that somebody else installed')
    .option('--no-simulator', 'nobody plays TKE, Cilium and Karpenter')
    .action(name === 'up' ? up : supervise);
}

program
  .command('down')
  .description('stop a cluster and remove its files')
  .argument('[id]', 'may be left out when there is only one')
  .option('--all', 'all that were started with `up`')
  .action(down);

program
  .command('list')
  .description('show the clusters and the faults in them')
  .action(list);

program
  .command('add-nodes')
  .description('add nodes to a cluster')
  .argument('<count>', 'how many', count)
  .argument('[id]', 'may be left out when there is only one')
  .addOption(
    new Option('--kind <kind>', 'which of the kinds of node of TKE')
      .choices(['native', 'regular', 'super'])
      .default('native'),
  )
  .option('--kernel-version <version>', 'for example 5.4.119-19-0009.3')
  .action(addNodesCommand);

program
  .command('fail')
  .description('break something')
  .addArgument(program.createArgument('<kind>').choices(FAULT_KINDS))
  .argument('[id]', 'may be left out when there is only one')
  .addOption(
    new Option('--component <name>', 'whose pods fail')
      .choices(['agent', 'envoy', 'operator'])
      .default('agent'),
  )
  .option('--node <name>', 'on which node')
  .option('--pool <name>', 'which NodePool or MachineSet')
  .action(failCommand);

program
  .command('heal')
  .description('heal one fault, or all')
  .argument('[id]', 'may be left out when there is only one')
  .option('--fault <id>', 'id that `fail` printed')
  .action(healCommand);

function count(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) {
    throw new InvalidArgumentError('A whole number.');
  }
  return value;
}

program.parseAsync().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
