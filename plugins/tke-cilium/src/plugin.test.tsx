import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Entity } from '@backstage/catalog-model';
import { ExtensionDefinition } from '@backstage/frontend-plugin-api';
import {
  createExtensionTester,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { JsonObject } from '@backstage/types';
import { CANNED_CLUSTERS } from '../dev/cannedClusters';
import { cannedFleet } from '../dev/cannedFleet';
import { tkeCiliumApiRef } from './api';
import { tkeCiliumPlugin } from './plugin';
import { clusterEntity } from './__testUtils__/renderForEntity';

const API = {
  getCluster: async () => CANNED_CLUSTERS.ready,
  getClusters: async () => cannedFleet(15),
  getTimeline: async () => ({ items: [] }),
};

/** The configuration of an app with settings for one extension. */
function extensionConfig(id: string, config: JsonObject): JsonObject {
  return {
    app: { extensions: [{ [id]: { config } }] },
    backend: { baseUrl: 'http://localhost:7007' },
  };
}

const headings = (table: HTMLElement) =>
  within(table)
    .getAllByRole('columnheader')
    .map(({ textContent }) => textContent);

function renderOnPageOf(entity: Entity, extension: ExtensionDefinition) {
  return renderTestApp({
    extensions: [createTestEntityPage({ entity }), extension],
    apis: [[tkeCiliumApiRef, API]],
  });
}

describe('tkeCiliumPlugin', () => {
  it.each([
    'entity-card:tke-cilium/cilium',
    'entity-content:tke-cilium/cilium',
  ] as const)('shows %s on the page of a TKE cluster', async id => {
    renderOnPageOf(clusterEntity, tkeCiliumPlugin.getExtension(id));
    expect(await screen.findByText(/^Observed/)).toBeInTheDocument();
  });

  it('has the columns of the tab that the configuration asks for', async () => {
    renderTestApp({
      extensions: [
        createTestEntityPage({ entity: clusterEntity }),
        tkeCiliumPlugin.getExtension('entity-content:tke-cilium/cilium'),
      ],
      config: extensionConfig('entity-content:tke-cilium/cilium', {
        columns: { nodes: ['createdAt', 'cilium'] },
      }),
      apis: [[tkeCiliumApiRef, API]],
    });
    await screen.findByText(/^Observed/);
    expect(headings(screen.getAllByRole('grid')[1])).toEqual([
      'Name',
      'Created',
      'Cilium agent',
    ]);
  });

  it('has the columns and the filter of the fleet that the configuration asks for', async () => {
    renderTestApp({
      extensions: [tkeCiliumPlugin.getExtension('page:tke-cilium')],
      initialRouteEntries: ['/tke-cilium'],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      config: extensionConfig('page:tke-cilium', {
        columns: ['problem', 'phase'],
        initialFilter: { phases: ['Failed', 'Degraded'] },
      }),
      apis: [
        [tkeCiliumApiRef, API],
        [catalogApiRef, { getEntities: async () => ({ items: [] }) }],
      ],
    });
    expect(await screen.findByText('2 of 15 clusters')).toBeInTheDocument();
    expect(headings(screen.getByRole('grid'))).toEqual([
      'Name',
      'Worst problem',
      'State',
    ]);
    await userEvent.click(screen.getByRole('button', { name: 'Reset' }));
    expect(await screen.findByText('15 of 15 clusters')).toBeInTheDocument();
  });

  it.each([
    [
      'a cluster of another cloud',
      { ...clusterEntity, metadata: { name: 'eks' } },
    ],
    [
      'another kind of resource',
      { ...clusterEntity, spec: { type: 'database' } },
    ],
    ['a component', { ...clusterEntity, kind: 'Component' }],
  ])('shows nothing on the page of %s', async (_, entity) => {
    renderOnPageOf(
      entity,
      tkeCiliumPlugin.getExtension('entity-card:tke-cilium/cilium'),
    );
    await new Promise(resolve => setTimeout(resolve, 100));
    expect(screen.queryByText('Cilium')).not.toBeInTheDocument();
  });

  it('has a field for the forms of templates', async () => {
    const load = createExtensionTester(
      tkeCiliumPlugin.getExtension(
        'scaffolder-form-field:tke-cilium/cloud-choice',
      ),
    ).get(FormFieldBlueprint.dataRefs.formFieldLoader);
    expect(await load()).toMatchObject({ name: 'TkeCloudChoice' });
  });
});
