import { buildEniAgentImagePatch } from './eniAgentImagePatch';

const REPOSITORY = 'ccr.ccs.tencentyun.com/tkeimages/tke-eni-agent';
const daemonSet = (image: string, name = 'tke-eni-agent') => ({
  metadata: { name: 'tke-eni-agent' },
  spec: {
    template: {
      spec: {
        containers: [
          { name: 'init', image: 'x:v9.9.9' },
          { name, image },
        ],
      },
    },
  },
});
const PATH = '/spec/template/spec/containers/1';

it.each([
  [`${REPOSITORY}:v3.7.5`, 'v3.8.0-rc.0', `${REPOSITORY}:v3.8.0-rc.0`],
  [`${REPOSITORY}:v3.8.0-rc.0`, 'v3.8.0', `${REPOSITORY}:v3.8.0`],
  ['registry:5000/agent:v3.5.0', 'v3.8.3', 'registry:5000/agent:v3.8.3'],
  [`${REPOSITORY}:v3.7.5`, '3.8.3', `${REPOSITORY}:v3.8.3`],
  [`${REPOSITORY}:3.7.5`, '3.8.3', `${REPOSITORY}:3.8.3`],
  [`a/b:v3.7.5@sha256:${'0'.repeat(64)}`, 'v3.8.0', 'a/b:v3.8.0'],
])('sets %s to %s', (image, version, expected) => {
  expect(buildEniAgentImagePatch(daemonSet(image), version)).toEqual([
    { op: 'test', path: `${PATH}/name`, value: 'tke-eni-agent' },
    { op: 'test', path: `${PATH}/image`, value: image },
    { op: 'replace', path: `${PATH}/image`, value: expected },
  ]);
});

it.each([
  ['v3.8.0', 'v3.8.0'],
  ['v3.8.0', 'v3.8.0-rc.0'],
  ['v3.11.0', 'v3.8.3'],
])('never downgrades: %s stays when %s is asked for', (current, version) => {
  expect(
    buildEniAgentImagePatch(daemonSet(`${REPOSITORY}:${current}`), version),
  ).toEqual([]);
});

it.each(['v3.7.9', 'latest', 'v3.8.0/x', 'v3.8.0 x', ''])(
  'refuses to set "%s"',
  version => {
    expect(() =>
      buildEniAgentImagePatch(daemonSet(`${REPOSITORY}:v3.7.5`), version),
    ).toThrow('expected an image tag of version 3.8.0 or newer');
  },
);

it.each([`${REPOSITORY}@sha256:${'0'.repeat(64)}`, `${REPOSITORY}:latest`])(
  'refuses to guess the version of %s',
  image => {
    expect(() => buildEniAgentImagePatch(daemonSet(image), 'v3.8.0')).toThrow(
      'could be a downgrade',
    );
  },
);

it('refuses to guess the container', () => {
  expect(() =>
    buildEniAgentImagePatch(
      daemonSet(`${REPOSITORY}:v3.7.5`, 'other'),
      'v3.8.0',
    ),
  ).toThrow(
    'DaemonSet tke-eni-agent has no container named tke-eni-agent; it has init, other.',
  );
});
