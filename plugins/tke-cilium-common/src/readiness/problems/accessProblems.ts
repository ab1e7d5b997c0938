import { defineProblem, sayDetail } from './definition';
import { LINKS } from './links';

/** Problems of the Helm release, and of getting at the cluster at all. */
export const ACCESS_PROBLEMS = {
  'cluster-unreachable': defineProblem<{ detail: string }>({
    severity: 'error',
    message: p => `The API server does not answer${sayDetail(p.detail)}`,
    remedy:
      'Check that the cluster runs, that its access endpoint is open to this backend, and that the kubeconfig is valid.',
    docsUrl: LINKS.clusterAccess,
  }),
  'permission-missing': defineProblem<{ collection: string; detail: string }>({
    severity: 'warning',
    message: p =>
      `The connection may not read ${p.collection}${sayDetail(p.detail)}`,
    remedy:
      'Grant list and watch on it to the account of the kubeconfig. What depends on it is unknown until then.',
    docsUrl: LINKS.rbac,
  }),
  'read-failed': defineProblem<{ collection: string; detail: string }>({
    severity: 'warning',
    message: p => `Reading ${p.collection} fails${sayDetail(p.detail)}`,
    remedy:
      'It is tried again by itself. If it stays, look at the health of the API server.',
  }),
  'release-failed': defineProblem<{ revision: number }>({
    severity: 'error',
    message: p =>
      `Revision ${p.revision} of the Helm release cilium has failed.`,
    remedy:
      'Read the log of the install that made it, correct the cause and run the install again.',
    docsUrl: LINKS.helmRollback,
  }),
  'release-changed-elsewhere': defineProblem<{
    revision: number;
    installed: number;
  }>({
    severity: 'warning',
    message: p =>
      `Revision ${p.revision} of the Helm release cilium was not made by the install, which made revision ${p.installed}: its values may differ from those of the profile.`,
    remedy:
      'See what was changed with "helm get values cilium --namespace kube-system". Then run the install with the values that shall stay; its dry run lists what it would change.',
    docsUrl: LINKS.guide,
  }),
  'profile-different': defineProblem<{ expected: string; found: string }>({
    severity: 'error',
    message: p =>
      `Cilium was installed with the profile ${p.found}, not with ${p.expected}.`,
    remedy:
      'Run the install again with the profile that is wanted, or change the expectation.',
  }),
  'release-pending-stale': defineProblem<{
    revision: number;
    status: string;
  }>({
    severity: 'error',
    message: p =>
      `Revision ${p.revision} of the Helm release cilium is stuck in ${p.status}: the Helm that made it was killed.`,
    remedy: 'Run the install again; it recovers the release before it goes on.',
    docsUrl: LINKS.helmRollback,
  }),
};
