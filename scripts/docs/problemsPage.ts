import path from 'node:path';
import { PROBLEM_CATALOGUE } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { REPOSITORY_ROOT } from '../repositoryRoot';
import { renderProblems } from './renderProblems';

/** Where the page of all problems is, and what it has to say. */
export const PROBLEMS_PAGE = {
  file: path.join(REPOSITORY_ROOT, 'docs', 'problems.md'),
  content: renderProblems(PROBLEM_CATALOGUE),
};
