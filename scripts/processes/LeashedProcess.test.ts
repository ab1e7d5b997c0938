import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { test } from 'node:test';
import { LeashedProcess } from './LeashedProcess';

// Starts a child of its own and prints the pids of both, one per line.
const PARENT = `
  const { spawn } = require('child_process');
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  console.log(process.pid);
  console.log(child.pid);
  setInterval(() => {}, 1000);
`;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function gone(pids: number[]): Promise<void> {
  while (pids.some(isAlive)) {
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}

function options(onLine: (line: string) => void) {
  return { cwd: __dirname, env: process.env, onLine };
}

test('stops a program and what it started', { timeout: 10_000 }, async () => {
  const pids: number[] = [];
  const leashed = LeashedProcess.start(
    process.execPath,
    ['-e', PARENT],
    options(line => pids.push(Number(line))),
  );
  while (pids.length < 2) {
    await new Promise(resolve => setTimeout(resolve, 20));
  }
  assert.ok(pids.every(isAlive));

  await leashed.stop();
  await gone(pids);
});

test(
  'stops them also when we are killed outright',
  { timeout: 10_000 },
  async () => {
    const owner = spawn(
      process.execPath,
      [
        '--import=tsx',
        '-e',
        `const { LeashedProcess } = require(${JSON.stringify(
          path.join(__dirname, 'LeashedProcess.ts'),
        )});
        LeashedProcess.start(process.execPath, ['-e', ${JSON.stringify(
          PARENT,
        )}], { cwd: '.', env: process.env, onLine: console.log });`,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    let output = '';
    while (output.trim().split('\n').length < 2) {
      const [chunk] = await once(owner.stdout, 'data');
      output += chunk;
    }
    const pids = output.trim().split('\n').map(Number);
    assert.ok(pids.every(isAlive));

    owner.kill('SIGKILL');
    await gone(pids);
  },
);

test('tells the exit code and the last words of a program that ends', async () => {
  const lines: string[] = [];
  const leashed = LeashedProcess.start(
    process.execPath,
    ['-e', 'console.error("no such file"); process.exitCode = 3'],
    options(line => lines.push(line)),
  );
  assert.equal(await leashed.exited, 3);
  assert.deepEqual(lines, ['no such file']);
});

test('tells that a program does not exist', async () => {
  const lines: string[] = [];
  const leashed = LeashedProcess.start(
    '/no/such/program',
    [],
    options(line => lines.push(line)),
  );
  assert.equal(await leashed.exited, 127);
  assert.match(lines.join('\n'), /no\/such\/program could not be started/);
});
