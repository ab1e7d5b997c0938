import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { PackedPackage } from './packPackages';

/**
 * As much of an npm registry as `yarn add` asks for, with the packed packages
 * in it: so that the commands of the documentation need not be changed.
 */
export class PackageRegistry {
  readonly url: string;
  readonly #server: http.Server;

  private constructor(url: string, server: http.Server) {
    this.url = url;
    this.#server = server;
  }

  static async start(packages: PackedPackage[]): Promise<PackageRegistry> {
    const server = http.createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}`;
    const answers = await describePackages(packages, url);
    server.on('request', (request, response) => {
      const answer = answers.get(decodeURIComponent(request.url ?? ''));
      response.writeHead(answer ? 200 : 404).end(answer);
    });
    return new PackageRegistry(url, server);
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }
}

async function describePackages(
  packages: PackedPackage[],
  url: string,
): Promise<Map<string, string | Buffer>> {
  const answers = new Map<string, string | Buffer>();
  for (const { manifest, tarball } of packages) {
    const { name, version } = manifest;
    const file = `/${name}/-/${path.basename(tarball).replace('@', '')}`;
    const content = await readFile(tarball);
    const integrity = `sha512-${createHash('sha512')
      .update(content)
      .digest('base64')}`;
    answers.set(file, content);
    answers.set(
      `/${name}`,
      JSON.stringify({
        name,
        'dist-tags': { latest: version },
        versions: {
          [version]: {
            ...manifest,
            dist: { tarball: `${url}${file}`, integrity },
          },
        },
      }),
    );
  }
  return answers;
}
