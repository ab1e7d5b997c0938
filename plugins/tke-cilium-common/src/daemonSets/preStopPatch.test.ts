import { getInstallProfile } from '../profiles/installProfiles';
import { ContainerManifest } from './daemonSetManifest';
import { buildPreStopPatch } from './preStopPatch';

const FILE = '/host/etc/cni/net.d/00-multus.conf';
const guide = getInstallProfile('guide-2025-11');
const current = getInstallProfile('guide-2026-08');

const daemonSet = (...containers: ContainerManifest[]) => ({
  metadata: { name: 'tke-cni-agent' },
  spec: { template: { spec: { containers } } },
});
const container = (lifecycle?: ContainerManifest['lifecycle']) => ({
  name: 'tke-cni-agent',
  lifecycle,
});

it.each([
  [guide, ['rm', FILE]],
  [current, ['rm', '-f', FILE]],
])('adds the hook of $name', (profile, command) => {
  const path = '/spec/template/spec/containers/0';
  expect(buildPreStopPatch(daemonSet(container()), profile)).toEqual([
    { op: 'test', path: `${path}/name`, value: 'tke-cni-agent' },
    { op: 'test', path: `${path}/lifecycle`, value: null },
    {
      op: 'add',
      path: `${path}/lifecycle`,
      value: { preStop: { exec: { command } } },
    },
  ]);
});

it('finds the container by its name and keeps the other hook', () => {
  const path = '/spec/template/spec/containers/1';
  const lifecycle = { postStart: { exec: { command: ['true'] } } };
  expect(
    buildPreStopPatch(
      daemonSet({ name: 'sidecar' }, container(lifecycle)),
      current,
    ),
  ).toEqual([
    { op: 'test', path: `${path}/name`, value: 'tke-cni-agent' },
    { op: 'test', path: `${path}/lifecycle`, value: lifecycle },
    {
      op: 'add',
      path: `${path}/lifecycle/preStop`,
      value: { exec: { command: ['rm', '-f', FILE] } },
    },
  ]);
});

it.each([
  ['rm', FILE],
  ['rm', '-f', FILE],
])('does nothing when %s %s %s is there', (...command) => {
  const there = daemonSet(container({ preStop: { exec: { command } } }));
  expect(buildPreStopPatch(there, guide)).toEqual([]);
  expect(buildPreStopPatch(there, current)).toEqual([]);
});

it.each([
  { exec: { command: ['sh', '-c', 'sleep 5'] } },
  { exec: { command: ['rm', '/tmp/other'] } },
  { httpGet: { port: 80 } },
])('leaves another preStop hook alone: %j', preStop => {
  expect(() =>
    buildPreStopPatch(daemonSet(container({ preStop })), current),
  ).toThrow(/tke-cni-agent already has a preStop hook.*by hand/);
});

it('takes a single container whatever its name, and tests that name', () => {
  expect(buildPreStopPatch(daemonSet({ name: 'agent' }), current)[0]).toEqual({
    op: 'test',
    path: '/spec/template/spec/containers/0/name',
    value: 'agent',
  });
});

it.each([
  [[], 'it has none'],
  [[{ name: 'a' }, { name: 'b' }], 'it has a, b'],
])('refuses to guess among %j', (containers, message) => {
  expect(() => buildPreStopPatch(daemonSet(...containers), current)).toThrow(
    message,
  );
});
