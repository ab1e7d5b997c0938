import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { tkeCiliumClusterInstallPermission } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import {
  HelmClient,
  installCilium,
} from '@tke-cilium/backstage-plugin-tke-cilium-node';
import { clusterFields, phaseFields } from '../schema/clusterFields';
import { installFields } from '../schema/installFields';
import { readInstallInput } from '../schema/readInstallInput';
import { reportPhase } from '../task/reportPhase';
import { ActionDependencies, startPhase } from '../task/startPhase';
import { examples } from './install.examples';

/** `tke:cilium:install` */
export function createInstallAction(
  dependencies: ActionDependencies & { helm: HelmClient },
) {
  return createTemplateAction({
    id: 'tke:cilium:install',
    description:
      'Installs Cilium with Helm, or upgrades and reconfigures it: values of the profile, then the options, then your own. Done when Helm has deployed the release; Pods become ready when there are nodes, see tke:cilium:wait-ready.',
    examples,
    supportsDryRun: true,
    schema: {
      input: { ...clusterFields, ...installFields },
      output: {
        ...phaseFields,
        chartVersion: z =>
          z.string({ description: 'Version of the chart that was installed.' }),
        revision: z =>
          z.number({ description: 'Revision of the Helm release.' }).optional(),
      },
    },
    async handler(ctx) {
      const request = readInstallInput(ctx.input);
      const { phase, clusterUid } = await startPhase(
        ctx,
        dependencies,
        tkeCiliumClusterInstallPermission,
      );
      const result = await installCilium(phase, {
        helm: dependencies.helm,
        ...request,
      });
      ctx.output('chartVersion', result.chartVersion);
      ctx.output('revision', result.revision);
      reportPhase(ctx, result, clusterUid);
    },
  });
}
