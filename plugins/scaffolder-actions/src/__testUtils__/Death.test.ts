import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { EXAMPLES, readExample } from './exampleTemplates';
import { INTRANET_FLOWS } from './intranetFlows';
import { PUBLIC_FLOW } from './publicFlow';

const DEATHS = [PUBLIC_FLOW, ...INTRANET_FLOWS].flatMap(({ deaths }) => deaths);

/** No template waits for it. It dies there in `killed.integration.test.ts` of the phases. */
const ELSEWHERE = '${waitForNodes} ready nodes in the node pool ${name}';

/** What the phases wait for, as their source says it. */
function waitsOfPhases(): string[] {
  const node = dirname(
    require.resolve('@tke-cilium/backstage-plugin-tke-cilium-node'),
  );
  return ['phases', 'cloudPhases']
    .flatMap(folder =>
      readdirSync(join(node, folder)).map(file => join(node, folder, file)),
    )
    .filter(file => !file.endsWith('.test.ts'))
    .flatMap(file =>
      [
        ...readFileSync(file, 'utf8').matchAll(
          /waitUntil\(phase, \{\s+what: (['"`])(.+)\1,/g,
        ),
      ].map(([, , what]) => what),
    );
}

/** The same, whatever stands for what the source only names. */
function wordsOf(what: string): RegExp {
  return new RegExp(`^${what.split(/\$\{[^}]+\}/).join('.+')}(:|$)`);
}

describe('the backend of the tests dies', () => {
  it('behind every phase of the example templates', async () => {
    const templates = await Promise.all(
      readdirSync(join(EXAMPLES, 'templates')).map(name =>
        readExample(`templates/${name}/template.yaml`),
      ),
    );
    const phases = templates
      .flat()
      .flatMap(({ spec }) => spec?.steps as { action: string }[])
      .map(({ action }) => action)
      .filter(action => action.startsWith('tke:'));
    expect(phases.length).toBeGreaterThan(0);
    expect(new Set(DEATHS.flatMap(({ phase = [] }) => phase))).toEqual(
      new Set(phases),
    );
  });

  it('in the middle of every wait of a phase', () => {
    const waits = waitsOfPhases();
    expect(waits).toContain(ELSEWHERE);
    expect(
      waits.filter(
        what => !DEATHS.some(({ wait }) => wait && wordsOf(what).test(wait)),
      ),
    ).toEqual([ELSEWHERE]);
  });
});
