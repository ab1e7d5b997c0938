import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { tkeCiliumClusterInstallPermission } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { clusterEntity } from '../__testUtils__/exampleTemplates';
import { authorizeInitiator } from './authorizeInitiator';

const clusterId = 'cls-1a2b3c4d';
const credentials = mockCredentials.user('user:default/somebody');
const ctx = {
  input: { clusterId },
  getInitiatorCredentials: async () => credentials,
};

const UNSEEN = `Cluster ${clusterId} is unknown, or your account may not see it in the catalog. Nothing was changed.`;

function servicesOf(options: {
  result?: AuthorizeResult.ALLOW | AuthorizeResult.DENY;
  entities?: Entity[];
}) {
  const { result = AuthorizeResult.ALLOW, entities = [] } = options;
  const catalog = catalogServiceMock({ entities });
  const getEntities = jest.spyOn(catalog, 'getEntities');
  const permissions = mockServices.permissions.mock({
    authorize: async () => [{ result }],
  });
  return { catalog, getEntities, permissions };
}

function authorize(services: ReturnType<typeof servicesOf>) {
  return authorizeInitiator(ctx, services, tkeCiliumClusterInstallPermission);
}

it('asks for the person who started the task, not for the backend', async () => {
  const services = servicesOf({ entities: [clusterEntity(clusterId)] });

  await authorize(services);

  expect(services.permissions.authorize).toHaveBeenCalledWith(
    [
      {
        permission: tkeCiliumClusterInstallPermission,
        resourceRef: clusterId,
      },
    ],
    { credentials },
  );
  expect(services.getEntities).toHaveBeenCalledWith(expect.anything(), {
    credentials,
  });
});

it('names the permission that is missing', async () => {
  const services = servicesOf({
    result: AuthorizeResult.DENY,
    entities: [clusterEntity(clusterId)],
  });

  await expect(authorize(services)).rejects.toMatchObject({
    name: 'NotAllowedError',
    message: expect.stringContaining(
      'You may not do this on cluster cls-1a2b3c4d: your account lacks the permission "tkeCilium.cluster.install" on it.',
    ),
  });
});

const otherCluster = clusterEntity('cls-5e6f7g8h');
const otherKind = { ...clusterEntity(clusterId), kind: 'Component' };
const otherType = { ...clusterEntity(clusterId), spec: { type: 'database' } };

it.each<[string, Entity[]]>([
  ['has no entity that the person sees', []],
  ['is not the one that the person sees', [otherCluster]],
  ['is named only by what is no cluster', [otherKind, otherType]],
])('refuses a cluster that %s', async (_, entities) => {
  await expect(authorize(servicesOf({ entities }))).rejects.toMatchObject({
    name: 'NotAllowedError',
    message: expect.stringContaining(UNSEEN),
  });
});
