import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

import {
  CILIUM_NAMESPACE,
  CILIUM_RELEASE,
  HelmReleaseFacts,
  HelmValues,
  reduceHelmRelease,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { KubernetesClient } from '../kubernetes/KubernetesClient';
import { listAll } from '../kubernetes/listAll';
import { KubernetesObject, RequestOptions } from '../kubernetes/types';

/** One revision of the release, from the labels of its storage object. @public */
export type ReleaseRevision = Omit<HelmReleaseFacts, 'modifiedAt'> & {
  /** When Helm last wrote it, in milliseconds since 1970. */
  modifiedAt: number;
};

/** What a revision deployed. @public */
export type ReleaseContent = {
  chartName: string;
  chartVersion: string;
  /** The values that were given, without the chart's defaults. */
  values: HelmValues;
  /** Everything it deployed as YAML documents. Holds secrets. */
  manifest: string;
};

const SECRETS = {
  apiVersion: 'v1',
  plural: 'secrets',
  namespace: CILIUM_NAMESPACE,
};

/**
 * Revisions of the Cilium release, newest first; empty when it is not installed.
 *
 * @remarks
 * Read from the API server instead of by `helm history`: a request takes milliseconds, and retries,
 * time limits and errors are those of every other request.
 *
 * @public
 */
export async function listReleaseRevisions(
  client: KubernetesClient,
  options?: RequestOptions,
): Promise<ReleaseRevision[]> {
  const secrets = await listAll(client, SECRETS, {
    ...options,
    labelSelector: `owner=helm,name=${CILIUM_RELEASE}`,
    metadataOnly: true,
  });
  return secrets.flatMap(toRevisions).sort((a, b) => b.revision - a.revision);
}

/** What a revision deployed. `undefined`: it is not there. @public */
export async function readRelease(
  client: KubernetesClient,
  revision: number,
  options?: RequestOptions,
): Promise<ReleaseContent | undefined> {
  const secret = await client.get<
    KubernetesObject & { data?: { release?: string } }
  >(
    { ...SECRETS, name: `sh.helm.release.v1.${CILIUM_RELEASE}.v${revision}` },
    options,
  );
  if (!secret?.data?.release) {
    return undefined;
  }
  const release = await decode(secret.data.release);
  return {
    chartName: release.chart.metadata.name,
    chartVersion: release.chart.metadata.version,
    values: release.config ?? {},
    manifest: release.manifest,
  };
}

function toRevisions(secret: KubernetesObject): ReleaseRevision[] {
  const facts = reduceHelmRelease(secret);
  const { creationTimestamp = '' } = secret.metadata;
  return facts
    ? [
        {
          ...facts,
          modifiedAt: Date.parse(facts.modifiedAt ?? creationTimestamp),
        },
      ]
    : [];
}

/** Helm stores base64 of gzip of JSON, and a Secret's data is base64 once more. */
async function decode(data: string): Promise<{
  chart: { metadata: { name: string; version: string } };
  config?: HelmValues;
  manifest: string;
}> {
  const inner = Buffer.from(data, 'base64').toString('utf8');
  const json = await promisify(gunzip)(Buffer.from(inner, 'base64'));
  return JSON.parse(json.toString('utf8'));
}
