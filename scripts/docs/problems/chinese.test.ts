import { deepEqual, match } from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PROBLEM_CATALOGUE } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { CHINESE } from './chinese';
import { templateProblems } from './templateProblems.zh-CN';

const parametersOf = (text: string) =>
  [...new Set(text.match(/‹\w+›|{{\w+}}/g))].sort();

describe('the problems in Chinese', () => {
  for (const problem of PROBLEM_CATALOGUE) {
    it(`have ${problem.code}, with all that differs from case to case`, () => {
      const { message, remedy } = CHINESE.texts(problem);
      match(message, /\p{Script=Han}/u);
      match(remedy, /\p{Script=Han}/u);
      if (problem.code in templateProblems) {
        deepEqual(parametersOf(message), parametersOf(problem.message));
        deepEqual(parametersOf(remedy), []);
      }
    });
  }

  it('have no code that nothing finds', () => {
    const codes = PROBLEM_CATALOGUE.filter(
      ({ foundBy }) => foundBy !== 'readiness',
    ).map(({ code }) => code);
    deepEqual(Object.keys(templateProblems).sort(), codes.sort());
  });
});
