import { checkHelm } from './checkHelm';

it.each(['v4.1.4', 'v3.15.0', 'v3.18.4+g1234567'])('accepts %s', version => {
  expect(checkHelm({ command: 'helm', version })).toEqual([]);
});

it.each(['v3.14.4', 'v2.17.0'])('finds %s too old', version => {
  expect(checkHelm({ command: '/opt/helm', version })).toEqual([
    expect.objectContaining({
      severity: 'error',
      code: 'helm-too-old',
      message: `Helm ${version} (/opt/helm) on the host of this backend is too old: an install needs 3.15.0 or newer.`,
    }),
  ]);
});

it('says what, where, why and what next when it cannot be run', () => {
  expect(
    checkHelm({ command: '/opt/helm', failure: 'there is no such program' }),
  ).toEqual([
    expect.objectContaining({
      severity: 'error',
      code: 'helm-not-runnable',
      message:
        'Helm cannot be run as "/opt/helm" on the host of this backend: there is no such program.',
      remedy: expect.stringMatching(
        /^Install Helm 4 .*tkeCilium\.helm\.command/,
      ),
    }),
  ]);
});
