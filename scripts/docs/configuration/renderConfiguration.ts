import { markdownTable } from '../markdownTable';
import type { Setting } from './readConfiguration';

/** A package with what it can be told. */
export type ConfiguredPackage = { name: string; settings: Setting[] };

/** The page of all settings, Markdown. */
export function renderConfiguration(packages: ConfiguredPackage[]): string {
  return `${[
    '# Configuration',
    'Everything that `app-config.yaml` can say to the plugins, by the package that declares it. `[]` stands for each entry of a list; durations are written like `{ minutes: 5 }` or `5m`. A setting is optional unless it says _required_, and that is when what it belongs to is there.',
    '<!-- Written by `yarn docs:pages` from the files config.d.ts. -->',
    ...packages.flatMap(({ name, settings }) => [
      `## ${name}`,
      markdownTable(['Setting', 'Type', 'What'], settings.map(renderRow)),
    ]),
  ].join('\n\n')}\n`;
}

function renderRow(setting: Setting): string[] {
  const marks = [
    ...(setting.required ? ['_Required._'] : []),
    ...(setting.secret ? ['_Secret._'] : []),
  ];
  return [
    `\`${setting.path}\``,
    `\`${setting.type}\``,
    [...marks, setting.description].filter(Boolean).join(' '),
  ];
}
