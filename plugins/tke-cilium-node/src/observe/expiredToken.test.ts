import { connectionTo } from '../watch/testing/observeWatch';
import { FakeApiServer } from '../watch/testing/FakeApiServer';
import { observeCluster } from './observeCluster';

const NODES = '/api/v1/nodes';
const PODS = '/api/v1/pods';
/** More than one page. */
const COUNT = 700;

describe('observeCluster', () => {
  let server: FakeApiServer;

  beforeEach(async () => {
    server = await FakeApiServer.start();
    for (let index = 0; index < COUNT; index += 1) {
      server.put(NODES, { metadata: { name: `node-${index}` } });
      server.put(PODS, { metadata: { name: `pod-${index}` } });
    }
  });

  afterEach(() => server.stop());

  const observe = () =>
    observeCluster(connectionTo(server).kubernetes, 'cls-abcdefgh', {
      signal: new AbortController().signal,
    });

  it('reads each list from its beginning when the token of a page has expired (410)', async () => {
    const expired = new Map<string, number>();
    server.intercept = ({ path, query }) => {
      // A list, and the rows of a count.
      const which = `${path} ${query.get('includeObject') ?? ''}`;
      const times = expired.get(which) ?? 0;
      if (!query.has('continue') || times > 0) {
        return undefined;
      }
      expired.set(which, times + 1);
      return { status: 410 };
    };
    const { nodes } = await observe();
    expect([...expired.keys()].sort()).toEqual([`${NODES} `, `${PODS} None`]);
    expect(nodes).toHaveLength(COUNT);
  });

  it('gives up on one that expires again and again', async () => {
    server.intercept = ({ path, query }) =>
      path === NODES && query.has('continue') ? { status: 410 } : undefined;
    await expect(observe()).rejects.toMatchObject({ status: 410 });
    expect(
      server.asked('list', NODES).filter(({ query }) => query.has('continue')),
    ).toHaveLength(2);
  });
});
