import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { ClusterEndpointKind } from '../tencentCloud/TencentCloudKubeconfig';

/**
 * The `endpoint` of an entry: which address of the API server is used.
 *
 * @param where - how messages call it
 * @throws `InputError` when it is neither
 */
export function readEndpointKind(
  entry: Config,
  where: string,
): ClusterEndpointKind {
  const endpoint = entry.getOptionalString('endpoint') ?? 'intranet';
  if (endpoint !== 'intranet' && endpoint !== 'public') {
    throw new InputError(
      `${where} is "${endpoint}"; it must be intranet or public.`,
    );
  }
  return endpoint;
}
