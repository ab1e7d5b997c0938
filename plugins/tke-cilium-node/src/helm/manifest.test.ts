import { compareManifests } from './manifest';

const object = (kind: string, name: string, more = '') =>
  `---\n# Source: cilium/templates/x.yaml\napiVersion: v1\nkind: ${kind}\nmetadata:\n  name: ${name}\n${more}`;

const cases = [
  {
    title: 'a first install',
    before: undefined,
    after: object('ConfigMap', 'a') + object('ClusterRole', 'b'),
    changes: ['create ConfigMap kube-system/a', 'create ClusterRole b'],
  },
  {
    title:
      'the same objects in another order, with other comments and keys in another order',
    before: object('ConfigMap', 'a', 'data: {x: "1", y: "2"}\n'),
    after: `# new\n${object('ConfigMap', 'a', 'data: {y: "2", x: "1"}\n')}`,
    changes: [],
  },
  {
    title: 'a change, a removal and an addition',
    before:
      object('ConfigMap', 'a', 'data: {x: "1"}\n') + object('Service', 'c'),
    after:
      object('ConfigMap', 'a', 'data: {x: "2"}\n') + object('Service', 'd'),
    changes: [
      'change ConfigMap kube-system/a',
      'create Service kube-system/d',
      'delete Service kube-system/c',
    ],
  },
  {
    title: 'Secrets, which a dry run hides',
    before: object('Secret', 'cilium-ca', 'data: {key: abc}\n'),
    after: '---\n# HIDDEN: The Secret output has been suppressed\n',
    changes: [],
  },
];

it.each(cases)('compares manifests: $title', ({ before, after, changes }) => {
  expect(
    compareManifests(before, after).map(
      ({ change, object: name }) => `${change} ${name}`,
    ),
  ).toEqual(changes);
});
