import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, cp, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import { resolveBinaries } from '../binaries/resolveBinaries';
import { downloadGoModule } from './goModule';

/** The project's chart repository. */
export const CHART_REPOSITORY = 'https://helm.cilium.io';

/** Puts the chart of a version into a directory and gives its path. */
export type ChartSource = (
  version: string,
  directory: string,
) => Promise<string>;

/** Where the chart comes from, in the order in which they are tried. */
export const CHART_SOURCES: Record<string, ChartSource> = {
  'chart repository': async (version, directory) => {
    const index = parse(
      await (await get(`${CHART_REPOSITORY}/index.yaml`)).text(),
    );
    const entry = (
      index as {
        entries: {
          cilium: { version: string; digest: string; urls: string[] }[];
        };
      }
    ).entries.cilium.find(candidate => candidate.version === version);
    if (!entry) {
      throw new Error(`${CHART_REPOSITORY} has no Cilium ${version}`);
    }
    const url = new URL(entry.urls[0], `${CHART_REPOSITORY}/`).href;
    const chart = Buffer.from(await (await get(url)).arrayBuffer());
    const digest = createHash('sha256').update(chart).digest('hex');
    if (digest !== entry.digest) {
      throw new Error(`${url} does not have the digest of the index`);
    }
    const path = join(directory, 'downloaded.tgz');
    await writeFile(path, chart);
    return path;
  },

  'Go module': async (version, directory) => {
    const { helm } = await resolveBinaries();
    const module = await downloadGoModule(
      'github.com/cilium/cilium',
      `v${version}`,
    );
    const chart = join(directory, 'cilium');
    await cp(join(module, 'install', 'kubernetes', 'cilium'), chart, {
      recursive: true,
    });
    // Go's module cache is read-only, and so is a copy of it.
    await makeWritable(chart);
    await mkdir(join(directory, 'out'));
    await promisify(execFile)(helm, [
      'package',
      chart,
      '--destination',
      join(directory, 'out'),
    ]);
    return join(directory, 'out', `cilium-${version}.tgz`);
  },
};

async function get(url: string): Promise<Response> {
  const response = await fetch(url, { signal: AbortSignal.timeout(60_000) });
  if (!response.ok) {
    throw new Error(`${url} answered ${response.status}`);
  }
  return response;
}

async function makeWritable(directory: string): Promise<void> {
  await chmod(directory, 0o755);
  for (const entry of await readdir(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) {
      await makeWritable(path);
    } else {
      await chmod(path, 0o644);
    }
  }
}
