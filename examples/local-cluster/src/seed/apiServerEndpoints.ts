import { createHash, randomUUID } from 'node:crypto';

/** Port of the API server's link-local address on TKE. */
const PORT = 60002;

/** The link-local address that Pods and agents of this cluster reach their API server at, as on TKE. */
export function apiServerAddress(clusterId: string): {
  host: string;
  port: number;
} {
  const [byte] = createHash('sha256').update(clusterId).digest();
  return { host: `169.254.128.${1 + (byte % 254)}`, port: PORT };
}

/**
 * Gives `default/kubernetes` the endpoints it has on TKE.
 *
 * @remarks
 * The API refuses link-local addresses in Endpoints and EndpointSlices ("may not be in the link-local
 * range"); TKE's managed API server writes them all the same. So they go into etcd directly; the API
 * server decodes and serves them, and with its own reconciler off nobody removes them.
 */
export async function writeApiServerEndpoints(
  etcdUrl: string,
  clusterId: string,
): Promise<void> {
  const { host, port } = apiServerAddress(clusterId);
  const metadata = {
    name: 'kubernetes',
    namespace: 'default',
    creationTimestamp: new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
  };
  await put(etcdUrl, '/registry/endpointslices/default/kubernetes', {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: {
      ...metadata,
      uid: randomUUID(),
      labels: { 'kubernetes.io/service-name': 'kubernetes' },
    },
    addressType: 'IPv4',
    endpoints: [{ addresses: [host], conditions: { ready: true } }],
    ports: [{ name: 'https', port, protocol: 'TCP' }],
  });
  await put(etcdUrl, '/registry/services/endpoints/default/kubernetes', {
    apiVersion: 'v1',
    kind: 'Endpoints',
    metadata: {
      ...metadata,
      uid: randomUUID(),
      labels: { 'endpointslice.kubernetes.io/skip-mirror': 'true' },
    },
    subsets: [
      {
        addresses: [{ ip: host }],
        ports: [{ name: 'https', port, protocol: 'TCP' }],
      },
    ],
  });
}

async function put(etcdUrl: string, key: string, value: object): Promise<void> {
  const response = await fetch(`${etcdUrl}/v3/kv/put`, {
    method: 'POST',
    body: JSON.stringify({
      key: encode(key),
      value: encode(JSON.stringify(value)),
    }),
  });
  if (!response.ok) {
    throw new Error(
      `etcd refused ${key}: ${response.status} ${await response.text()}`,
    );
  }
}

function encode(text: string): string {
  return Buffer.from(text).toString('base64');
}
