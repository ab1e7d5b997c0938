import {
  createTranslationRef,
  TranslationRef,
} from '@backstage/core-plugin-api/alpha';
import { ProblemCode } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { PROBLEM_CODES } from './problemCodes';

/**
 * Key of a text of a problem: its code, and which text.
 *
 * @public
 */
export type ProblemTextKey = `${ProblemCode}.${'message' | 'remedy'}`;

/** English is what the backend wrote, handed through. */
const messages = Object.fromEntries(
  PROBLEM_CODES.flatMap(code => [
    [`${code}.message`, '{{text}}'],
    [`${code}.remedy`, '{{text}}'],
  ]),
) as Record<ProblemTextKey, string>;

/**
 * Texts of the problems, by code, each with `message` and `remedy`.
 *
 * @remarks
 * In a message stand the parameters of the problem, `{{text}}` for what the backend wrote, and
 * `{{because}}` for the detail in parentheses, or nothing where there is none.
 *
 * @public
 */
export const tkeCiliumProblemsTranslationRef: TranslationRef<
  'tke-cilium.problems',
  // Written down, because the compiler lists the keys in another order with every change elsewhere.
  Record<ProblemTextKey, string>
> = createTranslationRef({
  id: 'tke-cilium.problems',
  messages,
  translations: {
    zh: () => import('./problems.zh-CN'),
    'zh-CN': () => import('./problems.zh-CN'),
  },
});
