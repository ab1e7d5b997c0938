import {
  redactHelmValues,
  redactHelmValuesDifferences,
} from './redactHelmValues';

it('replaces what is secret and keeps the rest', () => {
  expect(
    redactHelmValues({
      tls: { ca: { cert: 'public', key: 'private' } },
      hubble: { tls: { server: { key: 'private' } }, password: '' },
      azure: { clientSecret: 'private', clientID: 'public' },
      clustermesh: {
        config: { clusters: [{ name: 'a', tls: { key: 'private' } }] },
      },
      operator: { tolerations: [{ key: 'public', operator: 'Exists' }] },
      sysctlfix: { enabled: false },
    }),
  ).toEqual({
    tls: { ca: { cert: 'public', key: '***' } },
    hubble: { tls: { server: { key: '***' } }, password: '' },
    azure: { clientSecret: '***', clientID: 'public' },
    clustermesh: {
      config: { clusters: [{ name: 'a', tls: { key: '***' } }] },
    },
    operator: { tolerations: [{ key: 'public', operator: 'Exists' }] },
    sysctlfix: { enabled: false },
  });
});

it('replaces what is secret in differences', () => {
  expect(
    redactHelmValuesDifferences([
      { path: 'tls.ca.key', left: '', right: 'private' },
      { path: 'hubble.tls', right: { server: { key: 'private' } } },
      { path: 'operator.replicas', left: 2, right: 1 },
    ]),
  ).toEqual([
    { path: 'tls.ca.key', left: '', right: '***' },
    { path: 'hubble.tls', right: { server: { key: '***' } } },
    { path: 'operator.replicas', left: 2, right: 1 },
  ]);
});
