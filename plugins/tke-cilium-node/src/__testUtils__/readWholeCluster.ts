import { KubernetesClient } from '../kubernetes/KubernetesClient';
import { listAll } from '../kubernetes/listAll';
import { isKubernetesError } from '../kubernetes/KubernetesError';
import { KubernetesObject } from '../kubernetes/types';

/** An object with everything that it has. */
export type WholeObject = KubernetesObject & Record<string, unknown>;

type ResourceList = {
  resources: { name: string; kind: string; verbs: string[] }[];
};

/** Objects that live on while nobody does anything: leases of nodes and controllers, and events. */
const RESTLESS = ['leases', 'events', 'nodes', 'componentstatuses'];

/** Every object of a cluster that only changes when somebody changes it, by `plural namespace/name`. */
export async function readWholeCluster(
  client: KubernetesClient,
): Promise<Map<string, WholeObject>> {
  const read = async (path: string) => {
    const response = await client.request({ path });
    let text = '';
    for await (const chunk of response) {
      text += chunk;
    }
    return JSON.parse(text);
  };
  const {
    groups,
  }: { groups: { preferredVersion: { groupVersion: string } }[] } = await read(
    '/apis',
  );
  const versions = [
    'v1',
    ...groups.map(({ preferredVersion }) => preferredVersion.groupVersion),
  ];
  const objects = new Map<string, WholeObject>();
  await Promise.all(
    versions.map(async apiVersion => {
      const group: ResourceList | undefined = await noneIfGone(
        read(apiVersion === 'v1' ? '/api/v1' : `/apis/${apiVersion}`),
      );
      const readable = (group?.resources ?? []).filter(
        ({ name, verbs }) =>
          verbs.includes('list') &&
          !name.includes('/') &&
          !RESTLESS.includes(name),
      );
      for (const { name: plural } of readable) {
        const items = await noneIfGone(
          listAll<WholeObject>(client, { apiVersion, plural }),
        );
        for (const object of items ?? []) {
          const { namespace = '', name } = object.metadata;
          objects.set(`${plural} ${namespace}/${name}`, object);
        }
      }
    }),
  );
  return objects;
}

/**
 * While CustomResourceDefinitions come and go, the API server names a group before it serves it and
 * after it has stopped: "could not get /apis/cilium.io/v2: the server answered 404".
 */
async function noneIfGone<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (isKubernetesError(error) && error.status === 404) {
      return undefined;
    }
    throw error;
  }
}
