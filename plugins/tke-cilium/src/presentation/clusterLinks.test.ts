import { clusterLinks, LinkTarget } from './clusterLinks';

const CLUSTER = {
  clusterId: 'cls-abcdefgh',
  region: 'ap-guangzhou',
  simulation: false,
};

const linksWith = (
  addresses: Partial<Record<LinkTarget, string>>,
  cluster: Parameters<typeof clusterLinks>[1] = CLUSTER,
) =>
  Object.fromEntries(
    clusterLinks(target => addresses[target], cluster).map(
      ({ target, href }) => [target, href],
    ),
  );

it('leads to the console, and nowhere else, without configuration', () => {
  expect(linksWith({})).toEqual({
    console:
      'https://console.cloud.tencent.com/tke2/cluster/sub/list/basic/info?clusterId=cls-abcdefgh',
  });
});

it('fills in the cluster and the region', () => {
  expect(
    linksWith({
      console: '',
      grafana: 'https://grafana/d/c?region={region}&id={clusterId}',
      hubble: 'http://hubble.{region}/{clusterId}',
    }),
  ).toEqual({
    grafana: 'https://grafana/d/c?region=ap-guangzhou&id=cls-abcdefgh',
    hubble: 'http://hubble.ap-guangzhou/cls-abcdefgh',
  });
});

it('leads from a simulation to no console, whatever is configured', () => {
  const simulated = { ...CLUSTER, simulation: true };
  expect(linksWith({}, simulated)).toEqual({});
  expect(
    linksWith(
      { console: 'https://console/{clusterId}', hubble: 'https://hubble/' },
      simulated,
    ),
  ).toEqual({ hubble: 'https://hubble/' });
});

it('leaves out what needs a region that nobody named', () => {
  expect(
    linksWith(
      { console: '', grafana: 'https://{region}/' },
      { ...CLUSTER, region: undefined },
    ),
  ).toEqual({});
});

it('lets no value become more than a part of the address', () => {
  expect(
    linksWith(
      { console: 'https://{region}/', grafana: '{region}' },
      { ...CLUSTER, region: 'data:text/html,x' },
    ),
  ).toEqual({ console: 'https://data%3Atext%2Fhtml%2Cx/' });
});
