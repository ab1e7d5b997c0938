import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { checkHelm } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { HelmClient } from '@tke-cilium/backstage-plugin-tke-cilium-node';
import { assertNothingBlocks } from '../task/assertNothingBlocks';
import { examples } from './checkHelm.examples';

/** `tke:helm:check` */
export function createCheckHelmAction(dependencies: { helm: HelmClient }) {
  return createTemplateAction({
    id: 'tke:helm:check',
    description:
      'Checks that Helm can be run on the host of this backend and is new enough to install Cilium. Changes nothing. tke:cilium:preflight does it, too; this needs no cluster, so that none is made in vain.',
    examples,
    supportsDryRun: true,
    schema: {
      output: {
        version: z => z.string({ description: 'Version of Helm.' }),
        summary: z =>
          z.string({ description: 'What the step found, in one sentence.' }),
      },
    },
    async handler(ctx) {
      const signal = ctx.signal ?? new AbortController().signal;
      const facts = await dependencies.helm.facts(signal);
      const problems = checkHelm(facts);
      assertNothingBlocks({
        problems,
        summary: 'Helm cannot install Cilium from here',
      });
      const summary = `Helm ${facts.version} can install Cilium`;
      ctx.logger.info(summary);
      ctx.output('version', facts.version ?? '');
      ctx.output('summary', summary);
    },
  });
}
