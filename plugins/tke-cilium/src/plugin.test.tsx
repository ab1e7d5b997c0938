import { screen } from '@testing-library/react';
import { Entity } from '@backstage/catalog-model';
import { ExtensionDefinition } from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { CANNED_CLUSTERS } from '../dev/cannedClusters';
import { tkeCiliumApiRef } from './api';
import { tkeCiliumPlugin } from './plugin';
import { clusterEntity } from './__testUtils__/renderForEntity';

function renderOnPageOf(entity: Entity, extension: ExtensionDefinition) {
  return renderTestApp({
    extensions: [createTestEntityPage({ entity }), extension],
    apis: [
      [
        tkeCiliumApiRef,
        {
          getCluster: async () => CANNED_CLUSTERS.ready,
          getTimeline: async () => ({ items: [] }),
        },
      ],
    ],
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
});
