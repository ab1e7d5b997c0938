import type { Wording } from './renderProblems';

/** The page in English. */
export const ENGLISH: Wording = {
  title: 'Problems',
  introduction:
    'Every problem that the product reports, by its code, which never changes. ‹Names› stand for what differs from case to case.',
  chapters: {
    readiness: 'On the page of a cluster',
    preflight: 'Before an installation',
    values: 'In Helm values and options',
    cluster: 'In the input of a cluster',
    'node-pool': 'In the input of a node pool',
  },
  severities: { error: 'Error.', warning: 'Warning.', info: 'Note.' },
  more: 'More about it',
  texts: problem => problem,
};
