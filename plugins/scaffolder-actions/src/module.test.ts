import { validate } from 'jsonschema';
import { parse } from 'yaml';
import { startActions } from './__testUtils__/startActions';

type Step = { action: string; input: object };

async function registeredActions() {
  // Starts without any cluster: they may be configured later.
  const { actions, stop } = await startActions({});
  await stop();
  return actions;
}

describe('scaffolderModuleTkeCilium', () => {
  it('registers one action per phase', async () => {
    const actions = await registeredActions();

    expect(actions.map(({ id }) => id).sort()).toEqual([
      'tke:addon:install',
      'tke:addon:wait',
      'tke:cilium:apply-cni-config',
      'tke:cilium:disable-tke-components',
      'tke:cilium:install',
      'tke:cilium:preflight',
      'tke:cilium:show-values',
      'tke:cilium:upgrade-eni-agent',
      'tke:cilium:wait-ready',
      'tke:cluster:create',
      'tke:cluster:delete',
      'tke:cluster:open-endpoint',
      'tke:cluster:wait-running',
      'tke:helm:check',
      'tke:nodepool:create-karpenter',
      'tke:nodepool:create-native',
      'tke:nodepool:create-regular',
      'tke:supernode:create',
      'tke:supernode:delete',
    ]);
  });

  it('describes every action, and every field of its input and output', async () => {
    for (const {
      id,
      description,
      schema,
      supportsDryRun,
    } of await registeredActions()) {
      expect({ id, supportsDryRun, description }).toEqual({
        id,
        supportsDryRun: true,
        description: expect.stringMatching(/\.$/),
      });
      for (const side of [schema?.input, schema?.output]) {
        for (const [field, { description: help }] of Object.entries(
          side?.properties ?? {},
        ) as [string, { description?: string }][]) {
          expect({ id, field, help }).toEqual({
            id,
            field,
            help: expect.any(String),
          });
        }
      }
    }
  });

  it('has examples that its own schemas accept', async () => {
    const actions = await registeredActions();

    for (const { id, examples = [] } of actions) {
      expect({ id, examples: examples.length }).not.toEqual({
        id,
        examples: 0,
      });
      for (const { example } of examples) {
        const { steps }: { steps: Step[] } = parse(example);
        expect(steps.at(-1)?.action).toBe(id);
        for (const { action, input } of steps) {
          const schema = actions.find(known => known.id === action)?.schema;
          expect(validate(input, schema?.input ?? false).errors).toEqual([]);
        }
      }
    }
  });

  it('refuses what is not a cluster id before anything is done', async () => {
    // What runs before there is a cluster knows no id yet.
    const onClusters = (await registeredActions()).filter(
      ({ id }) => !['tke:helm:check', 'tke:cluster:create'].includes(id),
    );
    for (const { id, schema } of onClusters) {
      const [error] = validate(
        { clusterId: 'prod' },
        schema?.input ?? {},
      ).errors;
      expect({ id, error: error?.stack }).toEqual({
        id,
        error: expect.stringContaining('does not match pattern'),
      });
    }
  });
});
