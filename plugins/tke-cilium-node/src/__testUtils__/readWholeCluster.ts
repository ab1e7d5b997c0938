import { KubernetesClient } from '../kubernetes/KubernetesClient';
import { listAll } from '../kubernetes/listAll';
import { isNotFound } from '../kubernetes/KubernetesError';
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
      const { resources }: ResourceList = await read(
        apiVersion === 'v1' ? '/api/v1' : `/apis/${apiVersion}`,
      );
      const readable = resources.filter(
        ({ name, verbs }) =>
          verbs.includes('list') &&
          !name.includes('/') &&
          !RESTLESS.includes(name),
      );
      for (const { name: plural } of readable) {
        for (const object of await listAll<WholeObject>(client, {
          apiVersion,
          plural,
        })) {
          const { namespace = '', name } = object.metadata;
          objects.set(`${plural} ${namespace}/${name}`, object);
        }
      }
    }),
  );
  return objects;
}
