import {
  ciliumConfig,
  withInitContainer,
} from '../__testUtils__/clusterChanges';
import { judgement, Scenario } from '../__testUtils__/judge';

describe('ciliumConfigured', () => {
  it.each<Scenario>([
    [
      'a cilium-config that was changed by hand',
      { 'cilium-config': ciliumConfig({ data: { ipam: 'kubernetes' } }) },
      'Degraded',
      'False CiliumConfigBroken',
      ['cilium-config-broken'],
    ],
    [
      'a cilium-config with a choice that the guide advises against',
      { 'cilium-config': ciliumConfig({ data: { devices: 'eth0' } }) },
      'Ready',
      'True CiliumConfigured',
      ['cilium-config-different'],
    ],
    [
      'faults that Cilium notes itself',
      {
        'cilium-config': ciliumConfig({
          annotations: { 'config.cilium.io/devices': 'no such device' },
        }),
      },
      'Ready',
      'True CiliumConfigured',
      ['cilium-config-errors'],
    ],
    [
      'a cilium-config that is gone',
      { 'cilium-config': [] },
      'Degraded',
      'False CiliumConfigMissing',
      ['cilium-config-missing'],
    ],
    [
      'agents that set sysctls again',
      { 'daemon-sets': withInitContainer('apply-sysctl-overwrites') },
      'Ready',
      'True CiliumConfigured',
      ['sysctl-fix-enabled'],
    ],
  ])('%s', (_, changes, ...expected) => {
    expect(judgement('CiliumConfigured', changes)).toEqual(expected);
  });
});
