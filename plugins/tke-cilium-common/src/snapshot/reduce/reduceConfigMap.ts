import { CILIUM_CONFIG, CNI_CONFIG } from '../../vocabulary/names';
import { textAt, textMapAt } from '../json';

/** A ConfigMap that the network is configured by. */
export type ConfigMapFacts = {
  name: string;
  data: Record<string, string>;
  helmRelease?: string;
};

/** What matters of a ConfigMap; `undefined` for any other than Cilium's two. */
export function reduceConfigMap(object: unknown): ConfigMapFacts | undefined {
  const name = textAt(object, 'metadata', 'name');
  if (name !== CNI_CONFIG && name !== CILIUM_CONFIG) {
    return undefined;
  }
  return {
    name,
    data: textMapAt(object, 'data'),
    helmRelease: textMapAt(object, 'metadata', 'annotations')[
      'meta.helm.sh/release-name'
    ],
  };
}
