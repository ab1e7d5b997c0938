import { buildImageValues, ImageSource } from './imageSources';

/** The guide's `image-values.yaml` ("镜像拉取失败？"). */
const GUIDE_IMAGE_VALUES = {
  image: { repository: 'quay.tencentcloudcr.com/cilium/cilium' },
  envoy: {
    image: { repository: 'quay.tencentcloudcr.com/cilium/cilium-envoy' },
  },
  operator: {
    image: { repository: 'quay.tencentcloudcr.com/cilium/operator' },
  },
  certgen: { image: { repository: 'quay.tencentcloudcr.com/cilium/certgen' } },
  hubble: {
    relay: {
      image: { repository: 'quay.tencentcloudcr.com/cilium/hubble-relay' },
    },
    ui: {
      backend: {
        image: {
          repository: 'quay.tencentcloudcr.com/cilium/hubble-ui-backend',
        },
      },
      frontend: {
        image: { repository: 'quay.tencentcloudcr.com/cilium/hubble-ui' },
      },
    },
  },
  nodeinit: {
    image: { repository: 'quay.tencentcloudcr.com/cilium/startup-script' },
  },
  preflight: {
    image: { repository: 'quay.tencentcloudcr.com/cilium/cilium' },
    envoy: {
      image: { repository: 'quay.tencentcloudcr.com/cilium/cilium-envoy' },
    },
  },
  clustermesh: {
    apiserver: {
      image: {
        repository: 'quay.tencentcloudcr.com/cilium/clustermesh-apiserver',
      },
    },
  },
  authentication: {
    mutual: {
      spire: {
        install: {
          agent: { image: { repository: 'docker.io/k8smirror/spire-agent' } },
          server: { image: { repository: 'docker.io/k8smirror/spire-server' } },
        },
      },
    },
  },
};

it("is the guide's list for TKE's mirror", () => {
  expect(buildImageValues({ source: 'mirror' }, 'all')).toEqual(
    GUIDE_IMAGE_VALUES,
  );
});

it("is the three of the guide's command when only those are installed", () => {
  const { image, envoy, operator } = GUIDE_IMAGE_VALUES;
  expect(buildImageValues({ source: 'mirror' }, 'installed')).toEqual({
    image,
    envoy,
    operator,
  });
});

it.each<[ImageSource, string | undefined]>([
  [
    { source: 'mirror', registry: 'mirror.example.com/quay' },
    'mirror.example.com/quay/cilium/cilium',
  ],
  [
    { source: 'tcr', registry: 'mine.tencentcloudcr.com' },
    'mine.tencentcloudcr.com/quay.io/cilium/cilium',
  ],
  [{ source: 'upstream' }, undefined],
])('%j pulls the agent from %s', (source, repository) => {
  expect(buildImageValues(source, 'all').image).toEqual(
    repository && { repository },
  );
});

it('redirects every image to a registry of ones own, and only repositories', () => {
  const values = JSON.stringify(
    buildImageValues({ source: 'tcr', registry: 'mine.example.com' }, 'all'),
  );
  const repositories = [...values.matchAll(/"repository":"([^"]+)"/g)].map(
    match => match[1],
  );
  expect(repositories).toHaveLength(14);
  expect(
    repositories.every(repository =>
      repository.startsWith('mine.example.com/'),
    ),
  ).toBe(true);
  expect(values).toContain('mine.example.com/ghcr.io/spiffe/spire-agent');
  expect(values).not.toMatch(/digest|tag/i);
});
