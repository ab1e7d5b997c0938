import { mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { tkeCiliumClusterInstallPermission } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { authorizeInitiator } from './authorizeInitiator';

const ctx = createMockActionContext({ input: { clusterId: 'cls-1a2b3c4d' } });

it('asks for the person who started the task', async () => {
  const permissions = mockServices.permissions.mock({
    authorize: async () => [{ result: AuthorizeResult.ALLOW }],
  });

  await authorizeInitiator(ctx, permissions, tkeCiliumClusterInstallPermission);

  expect(permissions.authorize).toHaveBeenCalledWith(
    [{ permission: tkeCiliumClusterInstallPermission }],
    { credentials: await ctx.getInitiatorCredentials() },
  );
});

it('names the permission that is missing', async () => {
  const permissions = mockServices.permissions.mock({
    authorize: async () => [{ result: AuthorizeResult.DENY }],
  });

  await expect(
    authorizeInitiator(ctx, permissions, tkeCiliumClusterInstallPermission),
  ).rejects.toThrow(
    'You may not do this on cluster cls-1a2b3c4d: your account lacks the permission "tke-cilium.cluster.install".',
  );
});
