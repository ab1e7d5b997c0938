import type { Addresses } from './addresses';

/** What a newcomer reads when Backstage answers and the clusters may not. */
export function describeStart({ app }: Addresses): string {
  return [
    `Backstage is up: ${app} (sign in with "Enter")`,
    '  The two demo clusters are still starting; their pages show it.',
  ].join('\n');
}

/** What a newcomer reads when everything is up. */
export function describeReady({ app }: Addresses): string {
  const entity = `${app}/catalog/default/resource`;
  return [
    'Everything is up. What to try first:',
    `  1. See a cluster with Cilium:   ${entity}/demo-installed`,
    `  2. Install Cilium on the other: ${app}/create/templates/default/tke-cilium-install`,
    `     and watch its page meanwhile: ${entity}/demo-empty`,
    '  3. Give it nodes:               npm run cluster -- add-nodes 2 cls-demo0002',
    '  4. Break something:             npm run cluster -- fail image-pull-back-off cls-demo0001',
    '     and heal it:                 npm run cluster -- heal cls-demo0001',
    `  5. Create a whole cluster:      ${app}/create/templates/default/tke-cilium-cluster`,
    '     in the account "simulation": a simulation of Tencent Cloud on this machine, which costs nothing;',
    '     choose public access, the one that works here',
    '  Ctrl-C stops everything.',
  ].join('\n');
}
