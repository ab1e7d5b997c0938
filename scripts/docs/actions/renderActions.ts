import type { TemplateAction } from '@backstage/plugin-scaffolder-node';
import { markdownTable } from '../markdownTable';

type JsonSchema = {
  type?: string | string[];
  enum?: string[];
  description?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
};

/** The part of an action that the page is about. */
export type DescribedAction = Pick<
  TemplateAction<any, any, any>,
  'id' | 'description' | 'schema'
>;

/** The page of all actions with their inputs and outputs, Markdown. */
export function renderActions(actions: DescribedAction[]): string {
  return `${[
    '# Actions',
    'What every scaffolder action takes and gives, in the order in which an installation runs them. [Phases](phases.md) says what each is for and how it is undone; examples are in Backstage itself, under _Create → Actions_.',
    '<!-- Written by `yarn docs:pages` from the schemas of the actions. -->',
    ...actions.flatMap(renderAction),
  ].join('\n\n')}\n`;
}

function renderAction({ id, description, schema }: DescribedAction): string[] {
  const input = renderFields(schema?.input as JsonSchema, {
    mark: required => (required ? '_Required._' : ''),
  });
  const output = renderFields(schema?.output as JsonSchema, {
    mark: required => (required ? '' : '_Not always._'),
  });
  return [
    `## ${id}`,
    description ?? '',
    markdownTable(['Input', 'Type', 'What'], input),
    markdownTable(['Output', 'Type', 'What'], output),
  ];
}

function renderFields(
  schema: JsonSchema = {},
  options: { mark: (required: boolean) => string; prefix?: string },
): string[][] {
  const { mark, prefix = '' } = options;
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const path = `${prefix}${name}`;
    const required = schema.required?.includes(name) ?? false;
    return [
      [
        `\`${path}\``,
        `\`${typeOf(field)}\``,
        [mark(required), field.description].filter(Boolean).join(' '),
      ],
      ...renderFields(field, { mark, prefix: `${path}.` }),
    ];
  });
}

function typeOf({ type, enum: values, items }: JsonSchema): string {
  if (values) {
    return values.map(value => `'${value}'`).join(' | ');
  }
  if (type === 'array') {
    return `list of ${items ? typeOf(items) : 'anything'}`;
  }
  return [type ?? 'any'].flat().join(' | ');
}
