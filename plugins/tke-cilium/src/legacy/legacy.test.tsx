import { Route, Routes } from 'react-router-dom';
import { screen } from '@testing-library/react';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import {
  ScaffolderFieldExtensions,
  useCustomFieldExtensions,
} from '@backstage/plugin-scaffolder-react';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { CANNED_CLUSTERS } from '../../dev/cannedClusters';
import {
  EntityTkeCiliumCard,
  EntityTkeCiliumContent,
  isTkeClusterAvailable,
  tkeCiliumApiRef,
  TkeCloudChoiceFieldExtension,
} from '../legacy';
import { clusterEntity } from '../__testUtils__/renderForEntity';

describe('the plugin in the old frontend system', () => {
  it.each([
    ['card', <EntityTkeCiliumCard />],
    [
      'content',
      <Routes>
        <Route path="/" element={<EntityTkeCiliumContent />} />
      </Routes>,
    ],
  ])('shows the %s', async (_, element) => {
    await renderInTestApp(
      <TestApiProvider
        apis={[
          [
            tkeCiliumApiRef,
            {
              getCluster: async () => CANNED_CLUSTERS.ready,
              getTimeline: async () => ({ items: [] }),
            },
          ],
          [permissionApiRef, mockApis.permission()],
        ]}
      >
        <EntityProvider entity={clusterEntity}>{element}</EntityProvider>
      </TestApiProvider>,
    );
    expect(await screen.findByText(/^Observed/)).toBeInTheDocument();
  });

  it('has a field for the forms of templates', async () => {
    function FieldNames() {
      const fields = useCustomFieldExtensions(
        <ScaffolderFieldExtensions>
          <TkeCloudChoiceFieldExtension />
        </ScaffolderFieldExtensions>,
      );
      return <>{fields.map(({ name }) => name)}</>;
    }
    await renderInTestApp(<FieldNames />);
    expect(screen.getByText('TkeCloudChoice')).toBeInTheDocument();
  });

  it.each([
    ['a TKE cluster', clusterEntity, true],
    [
      'a cluster of another cloud',
      { ...clusterEntity, metadata: { name: 'eks' } },
      false,
    ],
    [
      'another kind of resource',
      { ...clusterEntity, spec: { type: 'database' } },
      false,
    ],
    ['a component', { ...clusterEntity, kind: 'Component' }, false],
  ])('knows whether %s is one', (_, entity, expected) => {
    expect(isTkeClusterAvailable(entity)).toBe(expected);
  });
});
