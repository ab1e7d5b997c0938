import { Problem } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { assertNothingBlocks } from './assertNothingBlocks';

function problem(severity: Problem['severity'], number: number): Problem {
  return {
    code: `code-${number}`,
    severity,
    message: `Message ${number}.`,
    remedy: `Remedy ${number}.`,
  };
}

it('lets warnings pass', () => {
  expect(() =>
    assertNothingBlocks({
      summary: 'Nothing blocks',
      problems: [problem('warning', 1), problem('info', 2)],
    }),
  ).not.toThrow();
});

it('names every blocking finding and its remedy, and only those', () => {
  expect(() =>
    assertNothingBlocks({
      summary: '2 of 3 findings block',
      problems: [
        problem('error', 1),
        problem('warning', 2),
        problem('error', 3),
      ],
    }),
  ).toThrow(
    '2 of 3 findings block. Nothing was changed.\n- Message 1. Remedy 1.\n- Message 3. Remedy 3.',
  );
});
