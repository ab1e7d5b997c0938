import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import yaml from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Before a cluster is made that Helm has to install on',
    example: yaml.stringify({
      steps: [{ id: 'helm', name: 'Check Helm', action: 'tke:helm:check' }],
    }),
  },
];
