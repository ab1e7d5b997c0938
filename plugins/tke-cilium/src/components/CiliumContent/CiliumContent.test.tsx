import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CANNED_CLUSTERS, CannedCluster } from '../../../dev/cannedClusters';
import {
  clusterEntity,
  renderForEntity,
} from '../../__testUtils__/renderForEntity';
import { CiliumContent } from './CiliumContent';

function renderState(state: CannedCluster) {
  return renderForEntity(<CiliumContent />, {
    getCluster: async () => CANNED_CLUSTERS[state],
  });
}

/** The rows of the table of nodes, without its header. */
function nodeRows() {
  const table = screen.getAllByRole('grid').at(-1)!;
  return within(table)
    .getAllByRole('row')
    .slice(1)
    .map(row => row.textContent);
}

/** Chooses in the list with this name. */
async function choose(list: string, option: string) {
  await userEvent.click(
    await screen.findByRole('button', { name: new RegExp(`${list}$`) }),
  );
  await userEvent.click(await screen.findByRole('option', { name: option }));
}

describe('CiliumContent', () => {
  it('shows what needs attention first in the conditions and the nodes', async () => {
    renderState('degraded');
    const list = await screen.findByRole('list', { name: 'Conditions' });
    const conditions = within(list).getAllByRole('listitem');
    expect(conditions).toHaveLength(16);
    expect(conditions[0]).toHaveTextContent(
      /^Agents ready\d+ min\. agoNo4 of 5 agents/,
    );
    expect(nodeRows()[0]).toMatch(
      /^10.0.0.12NativeReadyNot readycilium-agent: ImagePullBackOffnode.cilium.io\/agent-not-ready:NoExecutenp-general.*3 days ago$/,
    );
  });

  it('shows workloads with images, TKE components and the history', async () => {
    renderState('degraded');
    expect(
      await screen.findByRole('list', { name: 'TKE components' }),
    ).toHaveTextContent(/kube-proxyno podsOff/);
    // The first of them is in the head of the tab.
    const [, workloads] = screen.getAllByRole('list', { name: 'Workloads' });
    expect(workloads).toHaveTextContent(/4 of 5 ready.*cilium\/cilium:v1.18.3/);
    expect(
      screen.getByRole('list', { name: /newest first/ }),
    ).toHaveTextContent(
      /^Degraded \d+ min\. ago.*Ready 2 days ago.*Not installed/,
    );
  });

  it('does not call what runs before an install a fault', async () => {
    renderState('notInstalled');
    expect(
      await screen.findByRole('list', { name: 'TKE components' }),
    ).toHaveTextContent('kube-proxyno podsRunning');
    expect(screen.getByText(/No nodes have joined/)).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Install Cilium' }),
    ).toBeInTheDocument();
  });

  it('leads to the template of a node pool with the cluster filled in', async () => {
    renderState('ready');
    const link = await screen.findByRole('link', {
      name: 'Create node pool',
    });
    const url = new URL(link.getAttribute('href')!, 'http://backstage');
    expect(url.pathname).toBe('/create/templates/default/tke-nodepool');
    expect(JSON.parse(url.searchParams.get('formData')!)).toEqual({
      cluster: 'resource:default/demo',
      kind: 'karpenter',
    });
  });

  it('leads who may do nothing nowhere, and says so', async () => {
    renderForEntity(<CiliumContent />, {
      getCluster: async () => CANNED_CLUSTERS.notInstalledWithProblems,
      allowed: false,
      // A cluster of its own: answers about permissions are remembered.
      entity: {
        ...clusterEntity,
        metadata: {
          ...clusterEntity.metadata,
          annotations: { 'tencentcloud.com/cluster-id': 'cls-demo0003' },
        },
      },
    });
    expect(
      await screen.findByText(/You may not install Cilium on this cluster/),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('link', { name: 'Open the install template' }),
    ).not.toBeInTheDocument();
  });

  it.each([
    [
      'of the plugin',
      Object.assign(new Error(), {
        statusCode: 503,
        body: { error: { message: 'Not watched yet', requestId: '7d2f-01' } },
      }),
      /Not watched yet Request id, for the platform team: 7d2f-01/,
    ],
    [
      'whose text Backstage hides',
      Object.assign(new Error(), {
        statusCode: 500,
        body: { error: { message: 'An internal error occurred logId=0a1b2c' } },
      }),
      /An internal error occurred Request id, for the platform team: 0a1b2c/,
    ],
    [
      'about rights',
      Object.assign(new Error(), {
        statusCode: 403,
        body: { error: { message: 'Unauthorized', requestId: '7d2f-02' } },
      }),
      /on this cluster\. Request id, for the platform team: 7d2f-02/,
    ],
    [
      'that nobody answered',
      new TypeError('Failed to fetch'),
      /^The backend does not answerFailed to fetch No answer came, so there is no request id/,
    ],
  ])(
    'tells of an error %s by which id the log has it',
    async (_, error, said) => {
      renderForEntity(<CiliumContent />, {
        getCluster: () => Promise.reject(error),
      });
      expect(await screen.findByRole('alert')).toHaveTextContent(said);
    },
  );

  it('offers the install where it cures a problem', async () => {
    renderState('notInstalledWithProblems');
    const list = await screen.findByRole('list', { name: 'Problems' });
    expect(
      within(list).getByRole('link', { name: 'Open the install template' }),
    ).toHaveAttribute('href', expect.stringContaining('tke-cilium-install'));
  });

  it('pages and searches a thousand nodes', async () => {
    renderState('thousandNodes');
    expect(await screen.findByText('1 to 20 of 1000')).toBeInTheDocument();
    expect(nodeRows()).toHaveLength(20);
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Search nodes' }),
      '10.0.4.209',
    );
    expect(await screen.findByText('1 to 1 of 1')).toBeInTheDocument();
    expect(nodeRows()[0]).toMatch(/^10.0.4.209/);
  });

  it('leads to the console, to what is configured, and to the guide', async () => {
    renderForEntity(<CiliumContent />, {
      getCluster: async () => CANNED_CLUSTERS.ready,
      config: {
        tkeCilium: { links: { hubble: 'https://hubble/{region}/{clusterId}' } },
      },
      entity: {
        ...clusterEntity,
        metadata: {
          ...clusterEntity.metadata,
          annotations: {
            ...clusterEntity.metadata.annotations,
            'tencentcloud.com/region': 'ap-guangzhou',
            'tencentcloud.com/account': 'main',
          },
        },
      },
    });
    const links = await screen.findByRole('list', { name: 'Elsewhere' });
    expect(
      within(links)
        .getAllByRole('link')
        .map(link => [link.textContent, link.getAttribute('href')]),
    ).toEqual([
      ['TKE console', expect.stringMatching(/clusterId=cls-demo0001$/)],
      ['Hubble UI', 'https://hubble/ap-guangzhou/cls-demo0001'],
    ]);
    expect(
      await screen.findByRole('link', { name: 'Guide: TKE components' }),
    ).toHaveAttribute('href', expect.stringMatching(/install\.md#%E5%8D%B8/));
  });

  it('is marked as a simulation, and leads from it to no console', async () => {
    const { metadata } = clusterEntity;
    const annotations = {
      ...metadata.annotations,
      'tencentcloud.com/simulation': 'true',
    };
    renderForEntity(<CiliumContent />, {
      getCluster: async () => CANNED_CLUSTERS.ready,
      config: {
        tkeCilium: { links: { hubble: 'https://hubble/{clusterId}' } },
      },
      entity: { ...clusterEntity, metadata: { ...metadata, annotations } },
    });
    const links = await screen.findByRole('list', { name: 'Elsewhere' });
    expect(links).toHaveTextContent(/^Hubble UI$/);
    expect(screen.getByText('Simulation')).toHaveAttribute(
      'title',
      'This cluster is simulated. It is not in Tencent Cloud.',
    );
  });

  it('says which versions and profile, and that nothing differs', async () => {
    renderState('ready');
    const text = await screen.findByText('Version of the chart');
    expect(text.closest('dl')).toHaveTextContent(
      'Version of Cilium1.18.3Version of the chart1.18.3Profileguide-2026-08Helm releaseRevision 2, deployed',
    );
    expect(
      screen.getByText('Nothing differs from what Cilium needs here.'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(
        'Every setting is as the profile guide-2026-08 makes it.',
      ),
    ).toBeInTheDocument();
  });

  it('says which settings differ from the profile', async () => {
    renderState('overridden');
    const table = await screen.findByRole('grid', {
      name: '61 settings differ from the profile guide-2026-08',
    });
    const rows = () =>
      within(table)
        .getAllByRole('row')
        .slice(1)
        .map(row =>
          Array.from(row.children, ({ textContent }) => textContent).join('|'),
        );
    expect(rows()).toHaveLength(8);
    expect(rows().slice(0, 4)).toEqual([
      'cluster-name|default|shop',
      'debug-verbose|""|flow',
      'devices|eth+|""',
      'enable-bpf-masquerade|not set|true',
    ]);
    expect(rows()[5]).toBe('enable-health-checking|true|not set');
    await userEvent.click(
      screen.getByRole('button', { name: 'Show all settings that differ' }),
    );
    expect(rows()).toHaveLength(10);
    expect(rows()[9]).toBe('my-api-token|not set|***');
    expect(screen.getByText('The first 10 of 61.')).toBeInTheDocument();
  });

  it('says that it could not be compared with the profile', async () => {
    renderState('drifted');
    expect(
      await screen.findByText('Not compared with a profile'),
    ).toBeInTheDocument();
  });

  it('says what of the configuration differs, and what was not compared', async () => {
    renderState('drifted');
    const list = await screen.findByRole('list', {
      name: 'Where the cluster differs',
    });
    expect(
      within(list)
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual([
      expect.stringMatching(
        /^k8sServiceHostDiffers169.254.128.9:60002 → 169.254.128.17:60002$/,
      ),
      expect.stringMatching(
        /^ConfigMap cilium-configDiffersenable-ipv4.*instead of "false"hubble/,
      ),
      expect.stringMatching(/^CNI configuredNot compared/),
    ]);
  });

  it('leads to another node pool where one has failed', async () => {
    renderState('failed');
    expect(
      await screen.findByRole('link', { name: 'Create another node pool' }),
    ).toHaveAttribute('href', expect.stringContaining('/tke-nodepool?'));
  });

  it('filters the nodes by agent, pool and zone', async () => {
    renderState('degraded');
    await choose('Cilium agent', 'Not ready');
    expect(nodeRows()).toHaveLength(1);
    await choose('Cilium agent', 'All agents');
    await choose('Node pool', 'elastic');
    expect(nodeRows().map(row => row?.slice(0, 9))).toEqual([
      '10.0.0.13',
      '10.0.0.14',
    ]);
    await choose('Zone', 'ap-guangzhou-7');
    expect(nodeRows().map(row => row?.slice(0, 9))).toEqual(['10.0.0.13']);
  });

  it('filters and sorts the pools, and says why one has failed', async () => {
    renderState('failed');
    const pools = () => within(screen.getAllByRole('grid')[0]);
    await screen.findByRole('list', { name: 'Conditions' });
    expect(pools().getAllByRole('row')[1]).toHaveTextContent(
      /^elasticKarpenter2\/4–S5, SA5 \+2ap-guangzhou-62 days agoFailedResourceInsufficient/,
    );
    await userEvent.click(pools().getByText('Scaling'));
    expect(pools().getAllByRole('row')[1]).toHaveTextContent(/^elastic/);
    await userEvent.click(pools().getByText('Scaling'));
    expect(pools().getAllByRole('row')[1]).toHaveTextContent(
      /^np-generalNative3\/31 – 10/,
    );
  });

  it('searches many pools', async () => {
    renderState('manyPools');
    await userEvent.type(
      await screen.findByRole('searchbox', { name: 'Search node pools' }),
      'elastic-3',
    );
    await choose('Type', 'Karpenter');
    const [pools] = screen.getAllByRole('grid');
    expect(within(pools).getAllByRole('row')).toHaveLength(2);
    await choose('Type', 'Native');
    expect(screen.getByText('No node pool matches.')).toBeInTheDocument();
  });

  describe('refresh', () => {
    const unavailable = Object.assign(new Error(), {
      statusCode: 503,
      body: { error: { message: 'not watched yet', requestId: '7d2f-03' } },
    });
    it.each<[string, () => Promise<any>, RegExp, RegExp]>([
      ['asks', async () => ({}), /being read anew/, /anew\.$/],
      [
        'fails',
        () => Promise.reject(unavailable),
        /Not refreshed: not watch/,
        /team: 7d2f-03$/,
      ],
    ])('%s, and says so', async (_, answer, said, ending) => {
      const refreshCluster = jest.fn(answer);
      renderForEntity(<CiliumContent />, {
        getCluster: async () => CANNED_CLUSTERS.ready,
        refreshCluster,
      });
      const button = await screen.findByRole('button', { name: 'Refresh' });
      await userEvent.click(button);
      const saying = await screen.findByText(said);
      expect(saying).toHaveAttribute('role', 'status');
      expect(saying).toHaveTextContent(ending);
      expect(refreshCluster).toHaveBeenCalledWith('cls-demo0001');
    });

    it('is not offered to who may not', async () => {
      renderForEntity(<CiliumContent />, {
        getCluster: async () => CANNED_CLUSTERS.ready,
        allowed: false,
        // A cluster of its own: answers about permissions are remembered.
        entity: {
          ...clusterEntity,
          metadata: {
            ...clusterEntity.metadata,
            annotations: { 'tencentcloud.com/cluster-id': 'cls-demo0002' },
          },
        },
      });
      await screen.findByRole('list', { name: 'Conditions' });
      expect(
        screen.queryByRole('button', { name: 'Refresh' }),
      ).not.toBeInTheDocument();
    });
  });
});
