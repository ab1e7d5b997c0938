import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PROBLEM_CATALOGUE } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { createActions } from '../../plugins/scaffolder-actions/src/actions/createActions';
import { REPOSITORY_ROOT } from '../repositoryRoot';
import { renderActions } from './actions/renderActions';
import { readConfiguration } from './configuration/readConfiguration';
import { renderConfiguration } from './configuration/renderConfiguration';
import { CHINESE } from './problems/chinese';
import { ENGLISH } from './problems/english';
import { renderProblems } from './problems/renderProblems';

/** Pages that the code writes: where each is in the repository, and what it has to say. */
export const GENERATED_PAGES: Record<string, () => string> = {
  'docs/problems.md': () => renderProblems(PROBLEM_CATALOGUE, ENGLISH),
  'docs/zh/problems.md': () => renderProblems(PROBLEM_CATALOGUE, CHINESE),
  'docs/configuration.md': () => renderConfiguration(configuredPackages()),
  // What they work with is needed only when one is run.
  'docs/actions.md': () => renderActions(createActions({} as never)),
};

function configuredPackages() {
  return globSync('plugins/*/config.d.ts', { cwd: REPOSITORY_ROOT })
    .map(file => path.join(REPOSITORY_ROOT, file))
    .map(file => ({
      name: readName(path.join(path.dirname(file), 'package.json')),
      settings: readConfiguration(file),
    }))
    .sort((a, b) => b.settings.length - a.settings.length);
}

function readName(manifest: string): string {
  return JSON.parse(readFileSync(manifest, 'utf8')).name;
}
