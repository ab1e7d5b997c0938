import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { chmod, readFile, rename } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { promisify } from 'node:util';
import type { Download } from './lockFile';

const CONNECT_TIMEOUT_MILLISECONDS = 10_000;
const DOWNLOAD_TIMEOUT_MILLISECONDS = 10 * 60_000;

/**
 * Downloads an official build into `directory`, compares it with its publisher's SHA-256, and leaves
 * it as `target`.
 *
 * @throws Error when it cannot be reached, or is not what its publisher says it is.
 */
export async function downloadBinary(
  download: Download,
  directory: string,
  target: string,
): Promise<void> {
  const fileName = basename(new URL(download.url).pathname);
  const expected = findChecksum(
    await fetchText(download.checksumUrl),
    fileName,
    download.checksumUrl,
  );
  const file = join(directory, fileName);
  const response = await fetch(download.url, {
    signal: AbortSignal.timeout(DOWNLOAD_TIMEOUT_MILLISECONDS),
  });
  if (!response.ok || !response.body) {
    throw new Error(`${download.url} answered ${response.status}`);
  }
  await pipeline(
    Readable.fromWeb(response.body as ReadableStream),
    createWriteStream(file),
  );
  const actual = createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
  if (actual !== expected) {
    throw new Error(
      `${download.url} has SHA-256 ${actual}, but ${download.checksumUrl} says ${expected}`,
    );
  }
  let binary = file;
  if (download.archiveMember) {
    await promisify(execFile)('tar', [
      '-xzf',
      file,
      '-C',
      directory,
      download.archiveMember,
    ]);
    binary = join(directory, download.archiveMember);
  }
  await chmod(binary, 0o755);
  await rename(binary, target);
}

/**
 * Finds the SHA-256 of a file in a checksum file: either a bare hash, or lines `<hash>  <file name>`.
 *
 * @throws Error when the file is not listed.
 */
export function findChecksum(
  text: string,
  fileName: string,
  source: string,
): string {
  const lines = text.trim().split('\n');
  for (const line of lines) {
    const [hash, name] = line.trim().split(/\s+\*?/);
    const named =
      name === fileName || (name === undefined && lines.length === 1);
    if (named && /^[0-9a-f]{64}$/.test(hash)) {
      return hash;
    }
  }
  throw new Error(`${source} does not list ${fileName}`);
}

async function fetchText(url: string): Promise<string> {
  const response = await fetch(url, {
    signal: AbortSignal.timeout(CONNECT_TIMEOUT_MILLISECONDS),
  });
  if (!response.ok) {
    throw new Error(`${url} answered ${response.status}`);
  }
  return response.text();
}
