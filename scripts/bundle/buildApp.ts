import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { REPOSITORY_ROOT } from '../repositoryRoot';

/**
 * Builds examples/app as for production.
 *
 * @param configs - files of configuration; without any, those of the repository
 */
export async function buildApp(configs: string[] = []): Promise<void> {
  const child = spawn(
    process.execPath,
    [
      require.resolve('@backstage/cli/bin/backstage-cli'),
      ...['package', 'build'],
      ...configs.flatMap(config => ['--config', config]),
    ],
    {
      cwd: path.join(REPOSITORY_ROOT, 'examples', 'app'),
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const output: string[] = [];
  const collect = (chunk: Buffer) => output.push(chunk.toString());
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const [code] = await once(child, 'close');
  if (code !== 0) {
    throw new Error(`The app could not be built:\n${output.join('')}`);
  }
}
