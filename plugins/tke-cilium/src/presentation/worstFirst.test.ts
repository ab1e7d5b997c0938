import { Problem } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { worstFirst } from './worstFirst';

it('puts errors before warnings before hints and keeps the order within', () => {
  const problem = (code: string, severity: Problem['severity']): Problem => ({
    code,
    severity,
    message: '',
    remedy: '',
  });
  const problems = [
    problem('a', 'info'),
    problem('b', 'error'),
    problem('c', 'warning'),
    problem('d', 'error'),
  ];
  expect(worstFirst(problems).map(({ code }) => code)).toEqual([
    'b',
    'd',
    'c',
    'a',
  ]);
  expect(problems[0].code).toBe('a');
});
