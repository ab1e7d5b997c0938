import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ClusterResponse } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { CANNED_CLUSTERS, CannedCluster } from '../../../dev/cannedClusters';
import {
  clusterEntity,
  renderForEntity,
} from '../../__testUtils__/renderForEntity';
import { CiliumCard } from './CiliumCard';

function renderState(state: CannedCluster) {
  return renderForEntity(<CiliumCard />, {
    getCluster: async () => CANNED_CLUSTERS[state],
  });
}

describe('CiliumCard', () => {
  it.each([
    ['ready', 'Ready', 'Cilium 1.18.3 serves all 5 nodes.'],
    [
      'notInstalled',
      'Not installed',
      'Cilium is not installed on this cluster.',
    ],
    ['installing', 'Installing', /Helm is installing/],
    ['waitingForNodes', 'Waiting for nodes', /no nodes yet/],
    ['progressing', 'Progressing', '3 of 5 agents are ready.'],
    [
      'degraded',
      'Degraded',
      'Cilium runs, but not everything works as it should.',
    ],
    ['failed', 'Failed', 'Cilium does not work on this cluster.'],
    [
      'unsupported',
      'Unsupported',
      'Cilium cannot be installed on this cluster.',
    ],
    ['unreachable', 'Unreachable', /does not answer/],
    ['unreachableFromTheStart', 'Unreachable', /has not been reached/],
    ['stale', 'Ready', 'Cilium 1.18.3 serves all 5 nodes.'],
  ] as [CannedCluster, string, string | RegExp][])(
    'says in a word and a sentence that the cluster is %s',
    async (state, word, sentence) => {
      renderState(state);
      expect(
        await screen.findByRole('heading', { name: word }),
      ).toBeInTheDocument();
      expect(screen.getAllByText(sentence).length).toBeGreaterThan(0);
    },
  );

  it('answers which Cilium, how much of it is ready, and on which pools', async () => {
    renderState('ready');
    const meters = await screen.findByRole('list', { name: 'Workloads' });
    expect(
      within(meters)
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual([
      'Nodes5/55 of 5 ready',
      'Agents5/55 of 5 ready',
      'Envoy5/55 of 5 ready',
      'Operator2/22 of 2 ready',
    ]);
    expect(screen.getByText('1.18.3')).toBeInTheDocument();
    expect(screen.getByText('guide-2026-08')).toBeInTheDocument();
    expect(screen.getByText(/^Observed/)).toBeInTheDocument();
    const pools = screen.getByRole('grid', { name: 'Node pools' });
    expect(
      within(pools)
        .getAllByRole('row')
        .slice(1)
        .map(row => row.textContent),
    ).toEqual([
      'np-generalNative3/31 – 10SA5.2XLARGE16Ready',
      'elasticKarpenter2/2S5, SA5 +2Ready',
    ]);
    expect(screen.getByRole('link', { name: 'Details' })).toHaveAttribute(
      'href',
      '/details',
    );
  });

  it('shows the worst three problems with remedies, and the rest on request', async () => {
    renderState('failed');
    const list = await screen.findByRole('list', { name: 'Problems' });
    const problems = () =>
      within(list)
        .getAllByRole('listitem')
        .map(item => item.textContent);
    expect(problems()).toEqual([
      expect.stringMatching(
        /^ErrorThe Cilium agent on node.*Check that the image/,
      ),
      expect.stringMatching(/^ErrorThe taint/),
      expect.stringMatching(/^ErrorThe node pool elastic/),
    ]);

    const more = screen.getByRole('button', { name: 'Show 2 more problems' });
    expect(more).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(more);
    expect(problems()).toHaveLength(5);
    await userEvent.click(screen.getByRole('button', { name: 'Show fewer' }));
    expect(problems()).toHaveLength(3);
  });

  it('keeps notes out of sight until asked', async () => {
    renderState('degraded');
    const list = await screen.findByRole('list', { name: 'Problems' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(1);
    await userEvent.click(screen.getByRole('button', { name: 'Show 1 note' }));
    expect(within(list).getAllByRole('listitem')[1]).toHaveTextContent(
      /^NoteCilium 1.18.3 has known defects/,
    );
  });

  it('folds many pools', async () => {
    renderState('manyPools');
    const pools = await screen.findByRole('grid', { name: 'Node pools' });
    expect(within(pools).getAllByRole('row')).toHaveLength(1 + 5);
    await userEvent.click(
      screen.getByRole('button', { name: 'Show all 9 node pools' }),
    );
    expect(within(pools).getAllByRole('row')).toHaveLength(1 + 9);
  });

  it.each([
    ['en', 'Simulation'],
    ['zh', '模拟'],
  ] as const)(
    'marks a simulation in %s, and nothing else',
    async (language, mark) => {
      const { metadata } = clusterEntity;
      const annotations = {
        ...metadata.annotations,
        'tencentcloud.com/simulation': 'true',
      };
      const getCluster = async () => CANNED_CLUSTERS.ready;
      const { unmount } = renderForEntity(<CiliumCard />, {
        getCluster,
        language,
      });
      expect(await screen.findByText('guide-2026-08')).toBeInTheDocument();
      expect(screen.queryByText(mark)).not.toBeInTheDocument();
      unmount();
      renderForEntity(<CiliumCard />, {
        getCluster,
        language,
        entity: { ...clusterEntity, metadata: { ...metadata, annotations } },
      });
      expect(await screen.findByText(mark)).toBeInTheDocument();
    },
  );

  it('leads to the install template with the cluster filled in', async () => {
    renderState('notInstalled');
    const link = await screen.findByRole('link', { name: 'Install Cilium' });
    const url = new URL(link.getAttribute('href')!, 'http://backstage');
    expect(url.pathname).toBe('/create/templates/default/tke-cilium-install');
    expect(JSON.parse(url.searchParams.get('formData')!)).toEqual({
      cluster: 'resource:default/demo',
    });
  });

  it('offers no template where there is no scaffolder', async () => {
    renderForEntity(<CiliumCard />, {
      getCluster: async () => CANNED_CLUSTERS.notInstalled,
      scaffolder: false,
    });
    await screen.findByRole('heading', { name: 'Not installed' });
    expect(screen.queryByText('Install Cilium')).not.toBeInTheDocument();
  });

  it('says what was known, and how old it is, when contact is lost', async () => {
    renderState('unreachable');
    expect(
      await screen.findByText(/^Last known state: Ready, 7 min. ago/),
    ).toBeInTheDocument();
    expect(screen.getByText(/ECONNREFUSED/)).toBeInTheDocument();
  });

  it('says that an old observation may be out of date', async () => {
    renderState('stale');
    expect(
      await screen.findByText('This may be out of date'),
    ).toBeInTheDocument();
  });

  it('says that it waits for the first observation', async () => {
    renderState('connecting');
    expect(
      await screen.findByText('Connecting to the cluster'),
    ).toBeInTheDocument();
  });

  it('holds the room while it loads', async () => {
    renderForEntity(<CiliumCard />, {
      getCluster: () => new Promise(() => {}),
    });
    expect(
      await screen.findByText('Loading the state of the cluster'),
    ).toBeInTheDocument();
  });

  it('asks for the annotation when the entity has none', async () => {
    const getCluster = jest.fn();
    renderForEntity(<CiliumCard />, {
      getCluster,
      entity: {
        ...clusterEntity,
        metadata: { ...clusterEntity.metadata, annotations: {} },
      },
    });
    expect(
      await screen.findByText(/tencentcloud.com\/cluster-id/),
    ).toBeInTheDocument();
    expect(getCluster).not.toHaveBeenCalled();
  });

  it.each([
    [401, 'Your session has ended'],
    [403, 'You may not see this cluster'],
    [404, 'This cluster is not connected'],
    [503, 'The state of the cluster could not be read'],
  ])(
    'says why after a %d, and tries again on request',
    async (statusCode, title) => {
      const getCluster = jest
        .fn<Promise<ClusterResponse>, []>()
        .mockRejectedValueOnce(
          Object.assign(new Error('Request failed'), { statusCode }),
        )
        .mockResolvedValue(CANNED_CLUSTERS.ready);
      renderForEntity(<CiliumCard />, { getCluster });
      expect(await screen.findByRole('alert')).toHaveTextContent(title);
      await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
      expect(await screen.findByText(/serves all 5 nodes/)).toBeInTheDocument();
    },
  );

  it('goes on showing the last answer when a refresh fails', async () => {
    const getCluster = jest
      .fn<Promise<ClusterResponse>, []>()
      .mockResolvedValueOnce(CANNED_CLUSTERS.ready)
      .mockRejectedValue(new TypeError('Failed to fetch'));
    renderForEntity(<CiliumCard />, { getCluster });
    await screen.findByText(/serves all 5 nodes/);
    jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 10_000);
    await act(async () => window.dispatchEvent(new Event('focus')));
    expect(await screen.findByText('Could not refresh')).toBeInTheDocument();
    expect(screen.getByText(/serves all 5 nodes/)).toBeInTheDocument();
    jest.restoreAllMocks();
  });

  it('tells a screen reader of a change, and only of a change', async () => {
    const getCluster = jest
      .fn<Promise<ClusterResponse>, []>()
      .mockResolvedValueOnce(CANNED_CLUSTERS.progressing)
      .mockResolvedValue({ ...CANNED_CLUSTERS.ready, revision: 41 });
    renderForEntity(<CiliumCard />, { getCluster });
    await screen.findByText('Progressing');
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
    jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 10_000);
    await act(async () => window.dispatchEvent(new Event('focus')));
    expect(await screen.findByRole('status')).toHaveTextContent(
      'Cilium on demo: Ready',
    );
    jest.restoreAllMocks();
  });

  it('speaks Chinese, problems and ages included', async () => {
    renderForEntity(<CiliumCard />, {
      getCluster: async () => CANNED_CLUSTERS.degraded,
      language: 'zh',
    });
    expect(await screen.findByText('降级')).toBeInTheDocument();
    expect(screen.getByText(/观测$/)).toBeInTheDocument();
    const problems = screen.getByRole('list', { name: '问题' });
    expect(within(problems).getAllByRole('listitem')[0]).toHaveTextContent(
      /^错误1 个节点（10.0.0.12）上的 Cilium Agent 无法拉取镜像 quay.*（ImagePullBackOff）。请确认镜像仓库/,
    );
  });

  it('shows a problem that it does not know as the backend wrote it', async () => {
    const { degraded } = CANNED_CLUSTERS;
    renderForEntity(<CiliumCard />, {
      language: 'zh',
      getCluster: async () => ({
        ...degraded,
        readiness: {
          ...degraded.readiness!,
          problems: [
            {
              code: 'from-the-future',
              severity: 'warning',
              message: 'The flux compensator leaks.',
              remedy: 'Tighten it.',
            },
          ],
        },
      }),
    });
    expect(
      await screen.findByText('The flux compensator leaks.'),
    ).toBeInTheDocument();
    expect(screen.getByText('Tighten it.')).toBeInTheDocument();
  });
});
