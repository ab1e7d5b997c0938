import { setTimeout as sleep } from 'node:timers/promises';
import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { startTestBackend } from '@backstage/backend-test-utils';
import { ConfigSources, MutableConfigSource } from '@backstage/config-loader';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { JsonObject } from '@backstage/types';
import tkeCiliumPlugin from '@tke-cilium/backstage-plugin-tke-cilium-backend';
import request from 'supertest';
import catalogModuleTkeCilium from './index';

jest.setTimeout(180_000);

const CLUSTER = 'cls-aaaaaaaa';
const TYPE = 'tencentcloud.com/cilium-readiness';

describe('catalogModuleTkeCilium in a real catalog', () => {
  const source = MutableConfigSource.create({ data: {} });
  let backend: Awaited<ReturnType<typeof startTestBackend>>;

  function configure(clusters: JsonObject[]) {
    source.setData({
      catalog: {
        // Whatever changes sooner was not changed by the catalog itself.
        processingInterval: { hours: 1 },
        providers: {
          tkeCilium: {
            owner: 'group:default/platform',
            schedule: { frequency: { seconds: 1 }, timeout: { seconds: 10 } },
          },
        },
        processors: { tkeCilium: { status: true } },
      },
      tkeCilium: { clusters },
    });
  }

  const cluster = (path: string) => ({
    id: CLUSTER,
    title: 'Production',
    kubeconfig: { path },
  });

  beforeAll(async () => {
    // A cluster that is being started: nothing is known of it yet.
    configure([cluster('/missing/kubeconfig')]);
    const config = await ConfigSources.toConfig(source);
    backend = await startTestBackend({
      features: [
        catalogPlugin,
        catalogModuleTkeCilium,
        tkeCiliumPlugin,
        schedulerServiceFactory,
        createServiceFactory({
          service: coreServices.rootConfig,
          deps: {},
          factory: () => config,
        }),
        createServiceFactory({
          service: signalsServiceRef,
          deps: {},
          factory: () => ({ publish: async () => {} }),
        }),
      ],
    });
  });

  afterAll(async () => {
    await backend?.stop();
    source.close();
  });

  async function until(what: (answer: request.Response) => boolean) {
    const deadline = Date.now() + 75_000;
    for (;;) {
      const answer = await request(backend.server).get(
        `/api/catalog/entities/by-name/resource/default/${CLUSTER}`,
      );
      if (what(answer)) {
        return answer.body;
      }
      if (Date.now() > deadline) {
        throw new Error(`Never so: ${what}. ${JSON.stringify(answer.body)}`);
      }
      await sleep(200);
    }
  }

  const messageOf = ({ body }: request.Response): string =>
    body.status?.items?.find(({ type }: { type: string }) => type === TYPE)
      ?.message ?? '';

  it('makes an entity of the cluster, of which nothing is known yet', async () => {
    const entity = await until(answer =>
      messageOf(answer).startsWith('It is not known'),
    );
    expect(entity).toMatchObject({
      metadata: {
        title: 'Production',
        annotations: { 'tencentcloud.com/cluster-id': CLUSTER },
      },
      spec: { type: 'kubernetes-cluster', owner: 'group:default/platform' },
    });
  });

  it('shows soon what the cluster is now', async () => {
    // A directory cannot be read as a file.
    configure([cluster(__dirname)]);
    const { status } = await until(answer =>
      messageOf(answer).startsWith('Unreachable: '),
    );
    expect(status.items).toEqual([
      expect.objectContaining({ type: TYPE, level: 'warning' }),
    ]);
  });

  it('takes the entity away with the cluster', async () => {
    configure([]);
    await until(({ status }) => status === 404);
  });
});
