import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { parse, stringify } from 'yaml';
import { createActions } from './actions/createActions';
import { CloudBackstage } from './__testUtils__/CloudBackstage';
import { EXAMPLE_ACCOUNT } from './__testUtils__/exampleAccount';

/** The example as the template that its reader would make of it, for whatever cluster is named. */
function templateOf(name: string, { description, example }: TemplateExample) {
  const { steps }: { steps: { action: string }[] } = parse(
    example.replaceAll('cls-1a2b3c4d', '${{ parameters.clusterId }}'),
  );
  return {
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    kind: 'Template',
    metadata: { name, title: description },
    spec: { type: 'service', steps },
  };
}

// Nothing of what the actions work with is needed to read their examples.
const templates = createActions({} as never).flatMap(({ id, examples = [] }) =>
  examples.map((example, index) =>
    templateOf(`${id.replaceAll(':', '-')}-${index}`, example),
  ),
);

jest.setTimeout(300_000);

// One cluster from its creation to its end: the actions are in the order of an installation.
describe('examples', () => {
  let directory: string;
  let backstage: CloudBackstage;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'tke-cilium-examples-'));
    const file = join(directory, 'templates.yaml');
    await writeFile(file, templates.map(each => stringify(each)).join('---\n'));
    backstage = await CloudBackstage.start({
      templates: [file],
      ...EXAMPLE_ACCOUNT,
    });
  });

  afterAll(async () => {
    await backstage?.stop();
    await rm(directory, { recursive: true, force: true });
  }, 60_000);

  it.each(
    templates.map(template => [
      template.spec.steps.at(-1)?.action,
      template.metadata.title,
      template,
    ]),
  )('%s: %s', async (_, __, template) => {
    const { client, cloud } = backstage;
    const values = { clusterId: [...cloud.clusters.keys()][0] ?? '' };
    const dry = await client.dryRun(template, values);
    expect(dry.status).toBe('completed');

    const { status, log } = await client.run(
      `template:default/${template.metadata.name}`,
      values,
    );

    expect({ status, log }).toEqual({ status: 'completed', log });
  });
});
