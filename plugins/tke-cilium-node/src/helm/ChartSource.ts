import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { InputError } from '@backstage/errors';

/** Where the Cilium project publishes its chart. @public */
export const CILIUM_CHART_REPOSITORY = 'https://helm.cilium.io';

/**
 * Where a chart comes from.
 *
 * @remarks
 * A file is read on the backend host; a relative path starts from the working directory of the
 * process.
 *
 * @public
 */
export type ChartSource =
  | { repository: string }
  | { oci: string }
  | { path: string };

/** A chart that was fetched and looked at. @public */
export type Chart = {
  /** Of the packaged chart on this host. */
  path: string;
  name: string;
  version: string;
};

/** Arguments of `helm pull`. */
export function pullArguments(
  source: { repository: string } | { oci: string },
  name: string,
  version: string,
): string[] {
  if ('oci' in source) {
    if (!/^oci:\/\/[^\s-]/.test(source.oci)) {
      throw new InputError(
        `Chart "${source.oci}" is not an OCI reference; it starts with oci://, for example oci://registry.example.com/charts/cilium.`,
      );
    }
    return [source.oci, '--version', version];
  }
  if (!/^https?:\/\/[^\s-]/.test(source.repository)) {
    throw new InputError(
      `Chart repository "${source.repository}" is not an http(s) address.`,
    );
  }
  return [name, '--repo', source.repository, '--version', version];
}

/** Absolute path of a packaged chart that is there. */
export async function chartFile(path: string): Promise<string> {
  const absolute = resolve(path);
  if (!basename(absolute).endsWith('.tgz')) {
    throw new InputError(
      `Chart "${path}" is not a packaged chart; its name ends with .tgz.`,
    );
  }
  const found = await stat(absolute).catch(() => undefined);
  if (!found?.isFile()) {
    throw new InputError(
      `Chart "${absolute}" does not exist on the backend host. A relative path starts from ${process.cwd()}.`,
    );
  }
  return absolute;
}

/** What messages call the source. */
export function describeChartSource(source: ChartSource): string {
  if ('path' in source) {
    return `file ${source.path}`;
  }
  return 'oci' in source ? source.oci : `repository ${source.repository}`;
}
