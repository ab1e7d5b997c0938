import { createTranslationRef } from '@backstage/core-plugin-api/alpha';

/**
 * Every text of the plugin's pages. English is built in and Simplified Chinese comes along: an app
 * has it as soon as it offers the language `zh` or `zh-CN`.
 *
 * @remarks
 * Where there are no problems to read below, the summary is what the backend wrote, in English. Its
 * key carries that text as `{{text}}`, so that English shows it unchanged while another language can
 * say it from `{{agentReady}}`, `{{agentDesired}}` and `{{notKnown}}`.
 *
 * @public
 */
export const tkeCiliumTranslationRef = createTranslationRef({
  id: 'tke-cilium',
  messages: {
    title: 'Cilium',
    card: {
      details: 'Details',
    },
    phase: {
      Connecting: 'Connecting',
      Unreachable: 'Unreachable',
      Unsupported: 'Unsupported',
      NotInstalled: 'Not installed',
      Installing: 'Installing',
      WaitingForNodes: 'Waiting for nodes',
      Progressing: 'Progressing',
      Ready: 'Ready',
      Degraded: 'Degraded',
      Failed: 'Failed',
    },
    phaseChanged: 'Cilium on {{cluster}}: {{phase}}',
    summary: {
      Connecting: 'Waiting for the first answer of the cluster.',
      Unreachable: 'The API server of the cluster does not answer.',
      Unsupported: 'Cilium cannot be installed on this cluster.',
      NotInstalled: '{{text}}',
      Installing: '{{text}}',
      WaitingForNodes: '{{text}}',
      Progressing: '{{text}}',
      Ready: '{{text}}',
      Degraded: 'Cilium runs, but not everything works as it should.',
      Failed: 'Cilium does not work on this cluster.',
    },
    notKnown: 'Not known: {{conditions}}.',
    observed: {
      justNow: 'Observed just now',
      ago: 'Observed {{age}}',
      never: 'Not observed yet',
      at: 'Last confirmed against the cluster on {{time}}',
    },
    stale: {
      title: 'This may be out of date',
      description:
        'The cluster was last observed {{age}}. What is shown is what was known then.',
    },
    lost: {
      lastKnown: 'Last known state: {{phase}}, {{age}}',
      description: 'Everything below is as it was last seen.',
      nothing: 'The cluster has not been reached since it was configured.',
    },
    fact: {
      cilium: 'Cilium',
      profile: 'Profile',
      kubernetes: 'Kubernetes',
      release: 'Helm release',
      releaseValue: 'Revision {{revision}}, {{status}}',
      cluster: 'Cluster',
      notInstalled: 'Not installed',
    },
    workload: {
      title: 'Workloads',
      agent: 'Agents',
      envoy: 'Envoy',
      operator: 'Operator',
      nodes: 'Nodes',
      absent: 'None',
      readyOf: '{{ready}} of {{desired}} ready',
    },
    problem: {
      title: 'Problems',
      severity: {
        error: 'Error',
        warning: 'Warning',
        info: 'Note',
      },
      docs: 'Documentation',
      showMore_one: 'Show {{count}} more problem',
      showMore_other: 'Show {{count}} more problems',
      showNotes_one: 'Show {{count}} note',
      showNotes_other: 'Show {{count}} notes',
      showLess: 'Show fewer',
    },
    nodePool: {
      title: 'Node pools',
      name: 'Name',
      ready: 'Ready',
      instanceTypes: 'Instance types',
      zones: 'Zones',
      state: 'State',
      created: 'Created',
      empty: 'No node pools.',
      unknown: 'Which node pools there are is not known.',
      any: 'Any',
      kind: {
        karpenter: 'Karpenter',
        native: 'Native',
        regular: 'Regular',
      },
      phase: {
        Ready: 'Ready',
        Scaling: 'Scaling',
        Failed: 'Failed',
        Empty: 'Empty',
        Unknown: 'Unknown',
      },
      showAll: 'Show all {{total}} node pools',
      showLess: 'Show fewer',
    },
    node: {
      title: 'Nodes',
      name: 'Name',
      kubernetes: 'Node',
      cilium: 'Cilium agent',
      pool: 'Node pool',
      instanceType: 'Instance type',
      kernel: 'Kernel',
      empty: 'No nodes have joined the cluster yet.',
      noMatch: 'No node matches the search.',
      search: 'Search nodes',
      ready: 'Ready',
      notReady: 'Not ready',
      pageSize: 'Show {{size}} nodes',
      range: '{{from}} to {{to}} of {{total}}',
      kind: {
        super: 'Super node',
        native: 'Native',
        regular: 'Regular',
        karpenter: 'Karpenter',
        unknown: 'Unknown',
      },
      agent: {
        ready: 'Ready',
        'not-ready': 'Not ready',
        missing: 'Missing',
        unknown: 'Unknown',
        'not-applicable': 'Not applicable',
      },
    },
    component: {
      title: 'TKE components',
      empty: 'None were found.',
      state: {
        disabled: 'Off',
        enabled: 'Still on',
        running: 'Running',
        stopping: 'Stopping',
        absent: 'Absent',
        unknown: 'Unknown',
      },
      pods_zero: 'no pods',
      pods_one: '{{count}} pod',
      pods_other: '{{count}} pods',
    },
    condition: {
      title: 'Conditions',
      since: 'Since {{time}}',
      fine: {
        Connected: '{{text}}',
        Supported: '{{text}}',
        EniAgentReady: '{{text}}',
        CniConfigured: '{{text}}',
        ReleaseDeployed: '{{text}}',
        CrdsRegistered: '{{text}}',
        AgentsReady: '{{text}}',
        EnvoyReady: '{{text}}',
        OperatorReady: '{{text}}',
        TkeComponentsDisabled: '{{text}}',
        NodesReady: '{{text}}',
        EndpointsManaged: '{{text}}',
        ApiServerAddressCurrent: '{{text}}',
        NodePoolsReady: '{{text}}',
      },
      status: {
        True: 'Yes',
        False: 'No',
        Unknown: 'Unknown',
      },
      type: {
        Connected: 'Connected',
        Supported: 'Supported cluster',
        EniAgentReady: 'ENI agent ready',
        CniConfigured: 'CNI configured',
        ReleaseDeployed: 'Helm release deployed',
        CrdsRegistered: 'CRDs registered',
        AgentsReady: 'Agents ready',
        EnvoyReady: 'Envoy ready',
        OperatorReady: 'Operator ready',
        TkeComponentsDisabled: 'TKE components switched off',
        NodesReady: 'Nodes ready',
        EndpointsManaged: 'Endpoints managed',
        ApiServerAddressCurrent: 'API server address current',
        NodePoolsReady: 'Node pools ready',
      },
    },
    history: {
      title: 'History',
      empty: 'No change of state was recorded yet.',
      label: 'States of the cluster, newest first',
      showAll: 'Show all',
      showLess: 'Show fewer',
    },
    install: {
      action: 'Install Cilium',
    },
    loading: 'Loading the state of the cluster',
    connecting: {
      title: 'Connecting to the cluster',
      description:
        'The cluster is being started, or its first observation is under way. This page comes alive by itself.',
    },
    failure: {
      retry: 'Try again',
      refreshTitle: 'Could not refresh',
      refreshDescription:
        'Showing the last answer. The next try is on its way. ({{reason}})',
      'forbidden.title': 'You may not see this cluster',
      'forbidden.description':
        'Ask the platform team for the right to read the state of Cilium on this cluster.',
      'unauthenticated.title': 'Your session has ended',
      'unauthenticated.description': 'Sign in again to see this cluster.',
      'not-found.title': 'This cluster is not connected',
      'not-found.description':
        'The backend knows no cluster {{clusterId}}. Add it to tkeCilium.clusters in the configuration.',
      'unavailable.title': 'The state of the cluster could not be read',
      'unavailable.description': '{{reason}}',
    },
    missingAnnotation: {
      title: 'No cluster id',
      description:
        'Add the annotation {{annotation}} with the TKE cluster id (cls-xxxxxxxx) to this entity.',
    },
  },
  translations: {
    zh: () => import('./zh-CN'),
    'zh-CN': () => import('./zh-CN'),
  },
});
