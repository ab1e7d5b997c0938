import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { cacheDirectory } from '@tke-cilium/local-cluster';
import type { Browser } from './resolveBrowser';

const PACKAGE = '@sparticuz/chromium';

/**
 * Unpacks the Chromium that an npm package carries into the cache folder. It is
 * made for machines with next to nothing installed and brings the libraries
 * that such machines lack.
 *
 * @throws Error when it does not run here.
 */
export async function unpackBrowser(): Promise<Browser> {
  const { default: chromium, inflate } = await import(PACKAGE);
  const packageFolder = path.resolve(require.resolve(PACKAGE), '../..');
  const { version } = require(path.join(packageFolder, 'package.json'));
  const folder = path.join(cacheDirectory(), 'browser', `chromium-${version}`);
  mkdirSync(folder, { recursive: true });

  return withTemporaryFolder(folder, async () => {
    const executablePath: string = await chromium.executablePath();
    const alone = { executablePath, env: fontEnvironment(folder) };
    if (!explainFailure(alone)) {
      return alone;
    }

    const libraries = await inflate(
      path.join(packageFolder, 'bin', 'al2023.tar.br'),
    );
    const withLibraries = {
      executablePath,
      env: { ...alone.env, LD_LIBRARY_PATH: path.join(libraries, 'lib') },
    };
    const failure = explainFailure(withLibraries);
    if (failure) {
      throw new Error(
        [
          `No browser for the browser tests: the one of the npm package ${PACKAGE} does not run here (${failure}).`,
          'Install Chromium (Debian/Ubuntu: apt install chromium; or: npx playwright install --with-deps chromium),',
          'or set TKE_CILIUM_BROWSER to the path of a Chromium or Chrome.',
        ].join('\n'),
      );
    }
    return withLibraries;
  });
}

// The package unpacks into the folder for temporary files and nowhere else.
async function withTemporaryFolder<T>(
  folder: string,
  run: () => Promise<T>,
): Promise<T> {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    return await run();
  } finally {
    if (before === undefined) {
      delete process.env.TMPDIR;
    } else {
      process.env.TMPDIR = before;
    }
  }
}

// A machine without fontconfig shows no letters at all; the package brings a font.
function fontEnvironment(folder: string): Record<string, string> {
  return existsSync('/etc/fonts/fonts.conf')
    ? {}
    : { FONTCONFIG_PATH: path.join(folder, 'fonts') };
}

function explainFailure({ executablePath, env }: Browser): string | undefined {
  const { status, error, stderr } = spawnSync(
    executablePath,
    ['--no-sandbox', '--version'],
    { env: { ...process.env, ...env }, encoding: 'utf8' },
  );
  if (status === 0) {
    return undefined;
  }
  return error?.message ?? stderr.trim();
}
