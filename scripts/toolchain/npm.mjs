import { runCommand } from './runCommand.mjs';
import { PrerequisiteError } from './prerequisiteError.mjs';

/** Runs the npm that started us, else the one on the PATH. */
export async function npm(args, options = {}) {
  const { npm_execpath: execPath = '' } = process.env;
  const [command, prefix] = /npm-cli\.js$/.test(execPath)
    ? [process.execPath, [execPath]]
    : ['npm', []];
  try {
    return await runCommand(command, [...prefix, ...args], options);
  } catch (error) {
    throw new PrerequisiteError(
      `npm could not be started (${error.message}).`,
      'Install Node with npm (https://nodejs.org) and run the command again.',
    );
  }
}

/**
 * What the user's npm settings say about the way to the registry. The lock
 * file and .yarnrc.yml name no host: this is where it comes from.
 */
export async function npmRegistrySettings() {
  const { code, stdout, output } = await npm(['config', 'ls', '-l', '--json']);
  if (code !== 0) {
    throw new PrerequisiteError(
      'npm could not read its own settings:',
      output.trim(),
    );
  }
  const config = JSON.parse(stdout);
  return {
    registry: config.registry,
    httpProxy: config.proxy || undefined,
    httpsProxy: config['https-proxy'] || undefined,
    caFile: config.cafile || undefined,
    strictSsl: config['strict-ssl'] !== false,
  };
}
