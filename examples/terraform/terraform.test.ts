import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { parse } from '@cdktf/hcl2json';
import {
  AGENT_NOT_READY_TAINT,
  buildKarpenterNodePool,
  getInstallProfile,
  INSTALL_PROFILES,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import facts from './providerFacts.json';

const STAGES = ['1-cluster', '2-node-pools'];
/** Lists of a Karpenter NodePool that are made from variables: an expression, not a list, to the parser. */
const FROM_VARIABLES = ['values', 'startupTaints'];
const META_ARGUMENTS = ['count', 'depends_on', 'for_each', 'lifecycle'];

type Block = Record<string, any>;
type BlockFacts = {
  minimum?: number;
  required: string[];
  optional: string[];
  /** What the provider says of it, besides its arguments and the id. */
  attributes?: string[];
  blocks?: Record<string, BlockFacts>;
};

const RESOURCES: Record<string, BlockFacts> = facts.resources;

async function parseStage(stage: string): Promise<Block[]> {
  const directory = path.join(__dirname, stage);
  const files = readdirSync(directory).filter(file => file.endsWith('.tf'));
  return Promise.all(
    files.map(file =>
      parse(file, readFileSync(path.join(directory, file), 'utf8')),
    ),
  );
}

async function resourcesOf(
  stage: string,
): Promise<{ type: string; name: string; body: Block }[]> {
  const files = await parseStage(stage);
  return files.flatMap(({ resource = {} }) =>
    Object.entries<Block>(resource).flatMap(([type, named]) =>
      Object.entries<Block[]>(named).map(([name, [body]]) => ({
        type,
        name,
        body,
      })),
    ),
  );
}

/** Blocks of one kind, written out or `dynamic`. */
function blocksNamed(body: Block, name: string): Block[] {
  const dynamic = (body.dynamic?.[name] ?? []) as Block[];
  return [
    ...((body[name] ?? []) as Block[]),
    ...dynamic.flatMap(({ content }) => content as Block[]),
  ];
}

/** What the provider would refuse, as sentences. */
function mistakes(where: string, body: Block, known: BlockFacts): string[] {
  const blocks = known.blocks ?? {};
  const allowed = [...known.required, ...known.optional, ...META_ARGUMENTS];
  const given = Object.keys(body).filter(
    name => !(name in blocks) && name !== 'dynamic',
  );
  return [
    ...given
      .filter(name => !allowed.includes(name))
      .map(name => `${where} has no argument ${name}`),
    ...known.required
      .filter(name => !given.includes(name))
      .map(name => `${where} needs ${name}`),
    ...Object.keys(body.dynamic ?? {})
      .filter(name => !(name in blocks))
      .map(name => `${where} has no block ${name}`),
    ...Object.entries(blocks).flatMap(([name, inner]) => {
      const found = blocksNamed(body, name);
      return [
        ...(found.length < (inner.minimum ?? 0)
          ? [`${where} needs a block ${name}`]
          : []),
        ...found.flatMap(block => mistakes(`${where}.${name}`, block, inner)),
      ];
    }),
  ];
}

/** References to resources, and to attributes of them, that are not there. */
function wrongReferences(text: string, declared: string[]): string[] {
  const types = Object.keys(RESOURCES).join('|');
  const references = text.matchAll(
    new RegExp(`\\b(${types})\\.(\\w+)(?:\\[[^\\]]*\\])?\\.(\\w+)`, 'g'),
  );
  return [...references].flatMap(([reference, type, name, attribute]) => {
    const { required, optional, attributes = [] } = RESOURCES[type];
    const has = ['id', ...required, ...optional, ...attributes];
    return declared.includes(`${type}.${name}`) && has.includes(attribute)
      ? []
      : reference;
  });
}

describe('Terraform examples', () => {
  for (const stage of STAGES) {
    test(`${stage}: every resource has what its provider demands and nothing that it does not know`, async () => {
      const resources = await resourcesOf(stage);
      assert.ok(resources.length > 0);
      const found = resources.flatMap(({ type, name, body }) =>
        type in RESOURCES
          ? mistakes(`${type}.${name}`, body, RESOURCES[type])
          : [`${type} is not in providerFacts.json`],
      );
      assert.deepEqual(found, []);
    });

    test(`${stage}: refers to what its resources have`, async () => {
      const text = JSON.stringify(await parseStage(stage));
      const declared = (await resourcesOf(stage)).map(
        ({ type, name }) => `${type}.${name}`,
      );
      assert.deepEqual(wrongReferences(text, declared), []);
    });

    test(`${stage}: pins every provider`, async () => {
      const files = await parseStage(stage);
      const providers = files
        .flatMap(({ terraform = [] }) => terraform as Block[])
        .flatMap(({ required_providers: required = [] }) => required as Block[])
        .flatMap(required => Object.values<Block>(required));
      assert.ok(providers.length > 0);
      for (const { source, version } of providers) {
        assert.match(version, /^\d+\.\d+\.\d+$/, source);
      }
    });

    test(`${stage}: declares every variable it uses, and describes it`, async () => {
      const files = await parseStage(stage);
      const declared = new Map<string, Block>(
        files.flatMap(({ variable = {} }) =>
          Object.entries<Block[]>(variable).map(
            ([name, [body]]) => [name, body] as const,
          ),
        ),
      );
      const used = new Set(
        [...JSON.stringify(files).matchAll(/var\.([a-z_]+)/g)].map(
          ([, name]) => name,
        ),
      );
      assert.deepEqual([...declared.keys()].sort(), [...used].sort());
      for (const [name, { description }] of declared) {
        assert.ok(description, name);
      }
    });
  }

  test('finds what a provider would refuse', () => {
    const known = RESOURCES.tencentcloud_kubernetes_native_node_pool;
    // The snippet of the guide, which leaves "other necessary settings" out.
    const body = {
      name: 'cilium',
      cluster_id: 'cls-demo0001',
      type: 'Native',
      annotation: [],
      annotations: [{ name: 'node.tke.cloud.tencent.com/beta-image' }],
    };
    assert.deepEqual(mistakes('pool', body, known), [
      'pool has no argument annotation',
      'pool.annotations needs value',
      'pool needs a block native',
    ]);
  });

  test('finds a reference to what is not there', () => {
    const text =
      'tencentcloud_kubernetes_cluster.this.id tencentcloud_kubernetes_cluster.other.id tencentcloud_kubernetes_cluster_endpoint.this[0].kube_config_intra';
    assert.deepEqual(
      wrongReferences(text, [
        'tencentcloud_kubernetes_cluster.this',
        'tencentcloud_kubernetes_cluster_endpoint.this',
      ]),
      [
        'tencentcloud_kubernetes_cluster.other.id',
        'tencentcloud_kubernetes_cluster_endpoint.this[0].kube_config_intra',
      ],
    );
  });

  test('the cluster leaves its endpoint to the endpoint resource', async () => {
    const resources = await resourcesOf('1-cluster');
    const cluster = resources.find(
      ({ type }) => type === 'tencentcloud_kubernetes_cluster',
    );
    assert.deepEqual(
      Object.keys(cluster!.body).filter(name =>
        /^cluster_int(er|ra)net/.test(name),
      ),
      [],
    );
    assert.equal(cluster!.body.network_type, 'VPC-CNI');
    assert.equal(cluster!.body.data_plane_v2, false);
  });

  test('pools carry the annotations and the taint of the install profiles', async () => {
    const [{ locals }] = (await parseStage('2-node-pools')).filter(
      file => file.locals,
    );
    const expected = Object.values(INSTALL_PROFILES).map(
      ({ name, nodePools }) => [
        name,
        {
          machine_annotations: nodePools.machineAnnotations,
          startup_taint: nodePools.startupTaint,
        },
      ],
    );
    assert.deepEqual(locals[0].profiles, Object.fromEntries(expected));
    assert.ok(locals[0].startup_taints.includes(`"${AGENT_NOT_READY_TAINT}"`));
  });

  test('the Karpenter pool has the shape that the template makes', async () => {
    const resources = await resourcesOf('2-node-pools');
    const manifest = (name: string) =>
      resources.find(resource => resource.name === name)!.body.manifest;
    const { nodePool, nodeClass } = buildKarpenterNodePool({
      name: 'default',
      profile: getInstallProfile('guide-2026-08'),
      instanceFamilies: ['S5'],
      subnetIds: ['subnet-12sxk3z4'],
      securityGroupIds: ['sg-nok01xpa'],
      sshKeyIds: ['skey-3t01mlvf'],
    });
    assert.deepEqual(shape(manifest('node_pool')), shape(nodePool));
    assert.deepEqual(
      Object.keys(manifest('node_class').spec).sort(),
      Object.keys(nodeClass.spec).sort(),
    );
  });
});

/** The keys of an object, without what they hold. */
function shape(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(shape);
  }
  if (typeof value !== 'object' || value === null) {
    return 'value';
  }
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([key, inner]) => [
        key,
        FROM_VARIABLES.includes(key) ? 'list' : shape(inner),
      ]),
  );
}
