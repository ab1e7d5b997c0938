import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { withProgress } from '../../../scripts/toolchain/progress.mjs';

const APP_FOLDER = path.resolve(__dirname, '..');

/**
 * Builds the app, which the backend of the tests serves as it would in
 * production.
 */
export default async function globalSetup(): Promise<void> {
  await withProgress('Building the app', buildApp);
}

async function buildApp(): Promise<void> {
  const child = spawn(
    process.execPath,
    [require.resolve('@backstage/cli/bin/backstage-cli'), 'package', 'build'],
    {
      cwd: APP_FOLDER,
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
