import { explainHelmFailure, type HelmErrorReason } from './HelmError';

/** Texts as Helm 4.0.5 printed them. */
const cases: {
  stderr: string;
  reason: HelmErrorReason;
  next: RegExp;
}[] = [
  {
    stderr:
      'Error: looks like "http://127.0.0.1:9" is not a valid chart repository or cannot be reached: Get "http://127.0.0.1:9/index.yaml": dial tcp 127.0.0.1:9: connect: connection refused',
    reason: 'RepositoryUnreachable',
    next: /copy the \.tgz to the backend host/,
  },
  {
    stderr:
      'Error: failed to perform "FetchReference" on source: Get "https://127.0.0.1:9/v2/charts/cilium/manifests/1.18.3": dial tcp 127.0.0.1:9: connect: connection refused',
    reason: 'RepositoryUnreachable',
    next: /copy the \.tgz to the backend host/,
  },
  {
    stderr:
      'Error: chart "cilium" version "1.18.9" not found in http://127.0.0.1:18999 repository',
    reason: 'ChartNotFound',
    next: /Check the name and the version/,
  },
  {
    stderr:
      "Error: file '/charts/x.tgz' does not appear to be a gzipped archive; got 'application/octet-stream'",
    reason: 'ChartUnreadable',
    next: /packaged Helm chart/,
  },
  {
    stderr: 'Error: no files in chart archive',
    reason: 'ChartUnreadable',
    next: /packaged Helm chart/,
  },
  {
    stderr:
      "Error: values don't meet the specifications of the schema(s) in the following chart(s):\ncilium:\n- at '/debug': got boolean, want object\n",
    reason: 'ValuesRefused',
    next: /got boolean, want object.*Correct them/,
  },
  {
    stderr:
      'Error: UPGRADE FAILED: another operation (install/upgrade/rollback) is in progress',
    reason: 'OperationInProgress',
    next: /Wait until it has ended/,
  },
  {
    stderr:
      'Error: kubernetes cluster unreachable: Get "http://localhost:8080/version": dial tcp 127.0.0.1:8080: connect: connection refused',
    reason: 'ApiServerUnavailable',
    next: /try again when it is healthy/,
  },
  {
    stderr:
      'Error: unable to create new content in namespace cilium-secrets because it is being terminated',
    reason: 'NamespaceTerminating',
    next: /Try again in a minute/,
  },
  {
    stderr:
      'Error: create: failed to create: secrets is forbidden: User "system:serviceaccount:a:b" cannot create resource "secrets"',
    reason: 'Forbidden',
    next: /Grant the user/,
  },
  { stderr: 'Error: something new', reason: 'Failed', next: /something new/ },
  { stderr: '', reason: 'Failed', next: /it ended with code 1/ },
];

it.each(cases)('explains: $stderr', ({ stderr, reason, next }) => {
  const error = explainHelmFailure('Helm upgrade', 1, stderr);
  expect(error.reason).toBe(reason);
  expect(error.message).toMatch(/^Helm upgrade failed: /);
  expect(error.message).toMatch(next);
  expect(error.message).not.toContain('Error: ');
});
