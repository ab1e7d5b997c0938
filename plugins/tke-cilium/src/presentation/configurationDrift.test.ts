import {
  createProblem,
  Problem,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { CANNED_CLUSTERS } from '../../dev/cannedClusters';
import { configurationDrift } from './configurationDrift';

const READY = CANNED_CLUSTERS.ready.readiness!;

const driftOf = (problems: Problem[]) =>
  configurationDrift({ ...READY, problems }).differences.map(
    ({ subject, details }) => [subject, details],
  );

it('finds nothing where nothing differs', () => {
  expect(configurationDrift(READY)).toEqual({ differences: [], unknown: [] });
});

it('takes the differences apart that the rules found', () => {
  expect(
    driftOf([
      createProblem('cilium-config-different', {
        differences: 'a is 1 instead of 2; b is missing',
      }),
      createProblem('cni-config-different', {
        name: 'cni-config',
        difference: 'plugins[0].type is x',
      }),
      createProblem('api-server-address-drift', {
        configured: '169.254.1.1:60002',
        current: '169.254.1.2:60002',
      }),
      createProblem('profile-different', {
        expected: 'guide-2026-08',
        found: 'guide-2025-11',
      }),
    ]),
  ).toEqual([
    ['ConfigMap cilium-config', ['a is 1 instead of 2', 'b is missing']],
    ['ConfigMap cni-config', ['plugins[0].type is x']],
    ['k8sServiceHost', ['169.254.1.1:60002 → 169.254.1.2:60002']],
    ['profile', []],
  ]);
});

it('leaves out what is no matter of configuration', () => {
  expect(driftOf([createProblem('agent-daemon-set-missing', {})])).toEqual([]);
});

it('names what could not be compared', () => {
  const conditions = READY.conditions.map(condition => ({
    ...condition,
    status: 'Unknown' as const,
  }));
  expect(
    configurationDrift({ ...READY, conditions }).unknown.map(
      ({ type }) => type,
    ),
  ).toEqual([
    'CniConfigured',
    'CiliumConfigured',
    'ReleaseDeployed',
    'ApiServerAddressCurrent',
  ]);
});
