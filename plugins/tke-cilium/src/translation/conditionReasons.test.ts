import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CONDITION_REASONS } from './conditionReasons';

const READINESS = path.resolve(
  path.dirname(
    require.resolve(
      '@tke-cilium/backstage-plugin-tke-cilium-common/package.json',
    ),
  ),
  'src/readiness',
);

/** The reasons that the source of the rules gives for a condition that does not hold. */
function reasonsOfTheRules(): string[] {
  const sources = [READINESS, path.join(READINESS, 'rules')]
    .flatMap(folder =>
      readdirSync(folder, { withFileTypes: true })
        .filter(({ name }) => /\.ts$/.test(name) && !/\.test\.ts$/.test(name))
        .map(({ name }) => readFileSync(path.join(folder, name), 'utf8')),
    )
    .join('\n');
  return [
    ...sources.matchAll(/\b(?:fails|unknown)\(\s*'(\w+)'/g),
    ...sources.matchAll(/^ {2}(?:pending|forbidden|failed): '(\w+)',$/gm),
  ].map(([, reason]) => reason);
}

describe('CONDITION_REASONS', () => {
  it('has every reason of the rules, so that each has a text', () => {
    const reasons = new Set(reasonsOfTheRules());
    expect(reasons.size).toBeGreaterThan(30);
    expect([...CONDITION_REASONS].sort()).toEqual([...reasons].sort());
  });
});
