import { ScaffolderTask } from '@backstage/plugin-scaffolder-react';

/** An install that runs on the cluster with this entity. */
export function cannedTask(entityRef: string): ScaffolderTask {
  return {
    id: '0b6e6c3e-7b0f-4c5e-9f5e-0f6d5a3b1c2d',
    status: 'processing',
    createdAt: new Date().toISOString(),
    spec: {
      apiVersion: 'scaffolder.backstage.io/v1beta3',
      parameters: { cluster: entityRef },
      steps: [
        {
          id: 'preflight',
          name: 'Check the prerequisites',
          action: 'tke:cilium:preflight',
        },
        {
          id: 'install',
          name: 'Install Cilium with Helm',
          action: 'tke:cilium:install',
        },
        {
          id: 'wait-ready',
          name: 'Wait until Cilium is ready',
          action: 'tke:cilium:wait-ready',
        },
      ],
      output: {},
      templateInfo: {
        entityRef: 'template:default/tke-cilium-install',
        entity: {
          metadata: {
            name: 'tke-cilium-install',
            title: 'Install Cilium on a TKE cluster',
          },
        },
      },
    },
  };
}
