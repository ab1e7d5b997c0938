import { PROBLEM_CATALOGUE } from './problemCatalogue';

describe('PROBLEM_CATALOGUE', () => {
  it('has every code once', () => {
    const codes = PROBLEM_CATALOGUE.map(({ code }) => code);
    expect(codes.length).toBeGreaterThan(50);
    expect(codes).toEqual([...new Set(codes)]);
  });

  it.each(PROBLEM_CATALOGUE.map(problem => [problem.code, problem]))(
    'describes %s',
    (_, { message, remedy }) => {
      expect(message).toMatch(/^\S.*\.$/s);
      expect(message).not.toMatch(/undefined|\[object|NaN/);
      expect(remedy).toMatch(/^[A-Z].*\.$/s);
    },
  );

  it('names what differs from case to case', () => {
    expect(
      PROBLEM_CATALOGUE.find(({ code }) => code === 'node-kernel-too-old')
        ?.message,
    ).toBe(
      'The Linux kernel ‹kernel› of ‹count› nodes (‹nodes›) is too old for Cilium, which needs ‹minimum›.',
    );
  });
});
