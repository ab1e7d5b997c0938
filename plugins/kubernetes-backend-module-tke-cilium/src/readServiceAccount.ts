import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** Names a service account of a cluster. */
export type ServiceAccountReference = { namespace: string; name: string };

const KEY = 'tkeCilium.kubernetesPlugin.serviceAccount';
const NAME = /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/;

/**
 * The service account that the Kubernetes plugin acts as.
 *
 * @returns `undefined` when none is configured
 * @throws `InputError` when a name is none that Kubernetes allows
 */
export function readServiceAccount(
  config: Config,
): ServiceAccountReference | undefined {
  const entry = config.getOptionalConfig(KEY);
  return (
    entry && {
      namespace: readName(entry, 'namespace'),
      name: readName(entry, 'name'),
    }
  );
}

function readName(entry: Config, key: string): string {
  const name = entry.getString(key);
  if (!NAME.test(name)) {
    throw new InputError(
      `Configuration ${KEY}.${key}: "${name}" is not a name that Kubernetes allows.`,
    );
  }
  return name;
}
