const REGISTRY_REMEDY =
  'The npm registry could not be reached. It is the one of your npm settings (npm config get registry); ' +
  'behind a proxy set npm config set https-proxy; to use a mirror set npm config set registry.';

const INSTALL_FAILURES = [
  {
    pattern:
      /find Python|not found: python|Could not find any Python|No module named 'distutils'/i,
    remedy:
      'better-sqlite3 is compiled on install, and node-gyp found no usable Python 3. Install it (Debian/Ubuntu: apt install python3; macOS: xcode-select --install).',
  },
  {
    pattern:
      /not found: (make|cc|gcc|g\+\+|c\+\+)|(make|cc|gcc|g\+\+|c\+\+): (command )?not found|xcode-select|No Xcode/i,
    remedy:
      'better-sqlite3 is compiled on install, and there is no C++ compiler or make. Install them (Debian/Ubuntu: apt install build-essential; Fedora: dnf group install c-development; macOS: xcode-select --install).',
  },
  {
    pattern: /ENOSPC|No space left/i,
    remedy:
      'The disk is full: dependencies, control plane and caches need about 6 GB.',
  },
  {
    pattern: /YN0028/,
    remedy:
      'yarn.lock does not match the package.json files. Run yarn install, look at the change of yarn.lock and commit it.',
  },
  {
    pattern: /YN0018|checksum/i,
    remedy:
      'A downloaded package is not the one that yarn.lock names. Clear the cache folder and try again; if it stays, your registry serves something else.',
  },
  {
    pattern: /YN0035|YN0082|Response Code: 404/,
    remedy:
      'The registry lacks a package that yarn.lock names. It is the one of your npm settings (npm config get registry); mirrors sometimes miss the newest versions.',
  },
  {
    pattern:
      /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|RequestError|YN0001|self[- ]signed certificate|unable to get local issuer/i,
    remedy: REGISTRY_REMEDY,
  },
];

/** What to do about a failed `yarn install`, judged by what it printed. */
export function explainInstallFailure(log) {
  const known = INSTALL_FAILURES.find(({ pattern }) => pattern.test(log));
  return known ? known.remedy : 'The end of its output tells what went wrong.';
}

/** What to do about npm not delivering a package. */
export function explainRegistryFailure(log) {
  return /E404|ETARGET|notarget/.test(log)
    ? 'Your registry does not have this package (npm config get registry). Use another one, or put Node 22 with its headers on the PATH yourself.'
    : `${REGISTRY_REMEDY}\n${log.trim().split('\n').slice(-5).join('\n')}`;
}
