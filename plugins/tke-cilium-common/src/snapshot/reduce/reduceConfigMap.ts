import { CILIUM_CONFIG, CNI_CONFIG } from '../../vocabulary/names';
import { textAt, textMapAt } from '../json';

/** A ConfigMap that the network is configured by. */
export type ConfigMapFacts = {
  name: string;
  data: Record<string, string>;
  helmRelease?: string;
  errors?: Record<string, string>;
};

/** Annotations by which Cilium reports faults of its configuration. */
const ERROR_PREFIX = 'config.cilium.io';

/** What matters of a ConfigMap; `undefined` for any other than Cilium's two. */
export function reduceConfigMap(object: unknown): ConfigMapFacts | undefined {
  const name = textAt(object, 'metadata', 'name');
  if (name !== CNI_CONFIG && name !== CILIUM_CONFIG) {
    return undefined;
  }
  const annotations = textMapAt(object, 'metadata', 'annotations');
  const errors = Object.entries(annotations).filter(([key]) =>
    key.startsWith(ERROR_PREFIX),
  );
  return {
    name,
    data: textMapAt(object, 'data'),
    helmRelease: annotations['meta.helm.sh/release-name'],
    ...(errors.length > 0 && { errors: Object.fromEntries(errors) }),
  };
}
