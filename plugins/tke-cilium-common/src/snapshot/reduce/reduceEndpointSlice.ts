import { listAt, numberAt, textsAt, valueAt } from '../json';

/** Where an EndpointSlice says the API server is. */
export type EndpointSliceFacts = { host: string; port: number };

/**
 * The first IPv4 address that is ready, and the port named `https`.
 *
 * @remarks
 * An address is ready unless it says that it is not: the API defines a missing `ready` as true.
 */
export function reduceEndpointSlice(
  object: unknown,
): EndpointSliceFacts | undefined {
  if (valueAt(object, 'addressType') !== 'IPv4') {
    return undefined;
  }
  const host = listAt(object, 'endpoints')
    .filter(endpoint => valueAt(endpoint, 'conditions', 'ready') !== false)
    .flatMap(endpoint => textsAt(endpoint, 'addresses'))[0];
  const port = numberAt(
    listAt(object, 'ports').find(candidate => candidate.name === 'https'),
    'port',
  );
  return host && port ? { host, port } : undefined;
}
