import { resolve } from 'node:path';
import { JsonObject } from '@backstage/types';
import { EXAMPLES } from './exampleTemplates';
import { helmConfig } from './helmConfig';

/** Options of {@link cloudConfig}. */
export type CloudConfigOptions = {
  /** Name of the account. Default: simulation. */
  account?: string;
  /** The templates' files, below `examples` or absolute. */
  templates: string[];
  endpoint: string;
  /** How the backend reaches the clusters. Default: public. */
  access?: 'intranet' | 'public';
  keys: { secretId: string; secretKey: string };
  /** Default: the real Helm. */
  helmCommand?: string;
};

/** Configuration of a backend with these templates and one account, at a stand-in for the cloud. */
export async function cloudConfig(
  options: CloudConfigOptions,
): Promise<JsonObject> {
  const { helmCommand: command } = options;
  return {
    catalog: {
      // Of what the catalog works on when it is killed, too.
      processingInterval: { seconds: 5 },
      rules: [{ allow: ['Template', 'Resource'] }],
      locations: options.templates.map(target => ({
        type: 'file',
        target: resolve(EXAMPLES, target),
      })),
      providers: {
        tkeCilium: {
          owner: 'group:default/platform',
          fromTencentCloud: true,
          schedule: { frequency: { seconds: 1 }, timeout: { minutes: 1 } },
        },
      },
    },
    tkeCilium: {
      helm: { ...(await helmConfig()), ...(command && { command }) },
      tencentCloud: {
        accounts: [
          {
            name: options.account ?? 'simulation',
            regions: ['ap-guangzhou'],
            simulation: true,
            endpoint: options.endpoint,
            credentials: { source: 'keys', ...options.keys },
            clustersFromCatalog: {
              origins: ['tke-cilium:tencent-cloud/'],
              endpoint: options.access ?? 'public',
            },
          },
        ],
      },
    },
  };
}
