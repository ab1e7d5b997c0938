import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import {
  CLUSTER_ID_ANNOTATION,
  ClusterSummary,
  REGION_ANNOTATION,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { CANNED_CLUSTERS } from '../../../dev/cannedClusters';
import { cannedFleet } from '../../../dev/cannedFleet';
import { clusterEntity } from '../../__testUtils__/renderForEntity';
import { TkeCiliumApi, tkeCiliumApiRef } from '../../api';
import { FleetPage } from './FleetPage';

const FLEET = cannedFleet(60);

/** In the catalog is the first cluster alone. */
const ENTITY = {
  ...clusterEntity,
  metadata: {
    ...clusterEntity.metadata,
    title: 'Payments',
    annotations: {
      [CLUSTER_ID_ANNOTATION]: FLEET[0].clusterId,
      [REGION_ANNOTATION]: 'ap-guangzhou',
    },
  },
};

function Address() {
  return <output>{useLocation().search}</output>;
}

function renderFleet(
  options: {
    getClusters?: TkeCiliumApi['getClusters'];
    path?: string;
    language?: 'en' | 'zh';
    /** Of the entity, besides id and region. */
    annotations?: Record<string, string>;
  } = {},
) {
  const {
    getClusters = async () => FLEET,
    path = '/',
    language = 'en',
    annotations,
  } = options;
  const entity = {
    ...ENTITY,
    metadata: {
      ...ENTITY.metadata,
      annotations: { ...ENTITY.metadata.annotations, ...annotations },
    },
  };
  localStorage.setItem('language', language);
  return renderInTestApp(
    <>
      <FleetPage />
      <Address />
    </>,
    {
      initialRouteEntries: [path],
      apis: [
        [
          tkeCiliumApiRef,
          { getClusters, getCluster: async () => CANNED_CLUSTERS.ready },
        ],
        [catalogApiRef, { getEntities: async () => ({ items: [entity] }) }],
      ],
      config: {
        app: {
          extensions: [
            {
              'api:app/app-language': {
                config: { availableLanguages: ['en', 'zh'] },
              },
            },
          ],
        },
      },
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
}

const rows = () => screen.getAllByRole('row').slice(1);
const address = () =>
  new URLSearchParams(document.querySelector('output')?.textContent ?? '');

describe('FleetPage', () => {
  it('shows the worst first, page by page, with totals by state', async () => {
    renderFleet();
    expect(
      await screen.findByText('60 of 60 clusters', undefined, {
        timeout: 20_000,
      }),
    ).toBeInTheDocument();
    expect(rows()).toHaveLength(25);
    expect(rows()[0]).toHaveTextContent(
      /Failed.*cannot pull the image.*0\/521 failed/,
    );
    const totals = within(
      screen.getByRole('group', { name: 'Clusters by state' }),
    ).getAllByRole('button');
    expect(
      totals
        .map(({ textContent }) => Number(textContent?.match(/\d+$/)?.[0]))
        .reduce((sum, total) => sum + total, 0),
    ).toBe(60);
  }, 30_000);

  it('filters by state, and keeps it in the address', async () => {
    renderFleet();
    const failed = FLEET.filter(({ phase }) => phase === 'Failed').length;
    await userEvent.click(
      await screen.findByRole('button', { name: `Failed ${failed}` }),
    );
    expect(
      await screen.findByText(`${failed} of 60 clusters`),
    ).toBeInTheDocument();
    expect(address().getAll('state')).toEqual(['Failed']);
    await userEvent.click(screen.getByRole('button', { name: 'Reset' }));
    expect(await screen.findByText('60 of 60 clusters')).toBeInTheDocument();
    expect(rows()).toHaveLength(25);
    expect(screen.getByText('1 to 25 of 60')).toBeInTheDocument();
    expect([...address()]).toEqual([]);
  });

  it('shows what a link asks for', async () => {
    renderFleet({ path: `/?search=${FLEET[7].clusterId}&sort=-title` });
    expect(await screen.findByText('1 of 60 clusters')).toBeInTheDocument();
    expect(rows()).toHaveLength(1);
    expect(rows()[0]).toHaveTextContent(FLEET[7].title);
  });

  it('marks what is simulated', async () => {
    renderFleet({
      path: '/?region=ap-guangzhou',
      annotations: { 'tencentcloud.com/simulation': 'true' },
    });
    const marked = await screen.findByText(/Simulation/);
    expect(marked).toHaveTextContent(`${FLEET[0].clusterId} · Simulation`);
  });

  it('leads to the page of a cluster that is in the catalog', async () => {
    renderFleet({ path: '/?region=ap-guangzhou' });
    expect(await screen.findByText('1 of 60 clusters')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: /Payments/ })).toHaveAttribute(
      'href',
      '/catalog/default/resource/demo',
    );
  });

  it('exports what is shown', async () => {
    const saved: Blob[] = [];
    URL.createObjectURL = blob => {
      saved.push(blob as Blob);
      return 'blob:fleet';
    };
    URL.revokeObjectURL = () => {};
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue();
    renderFleet({ path: '/?state=Failed' });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Export as CSV' }),
    );
    const text = await saved[0].text();
    const failed = FLEET.filter(({ phase }) => phase === 'Failed').length;
    const lines = text.trim().split('\r\n');
    expect(lines).toHaveLength(1 + failed);
    expect(lines[1]).toMatch(/^"cls-\w+",.*"Failed"/);
    jest.restoreAllMocks();
  });

  it('says why it shows nothing', async () => {
    renderFleet({
      getClusters: jest
        .fn<Promise<ClusterSummary[]>, []>()
        .mockRejectedValueOnce(
          Object.assign(new Error('no'), { statusCode: 403 }),
        )
        .mockResolvedValue([]),
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'You may not see clusters',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('No clusters yet')).toBeInTheDocument();
  });

  it('speaks Chinese, problems included', async () => {
    renderFleet({ language: 'zh' });
    expect(await screen.findByText('60 个集群中的 60 个')).toBeInTheDocument();
    expect(rows()[0]).toHaveTextContent(/失败.*无法拉取镜像/);
  });
});
