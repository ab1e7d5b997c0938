import { spawn } from 'child_process';

/**
 * Runs a program to its end and collects what it prints. `onLine` sees every
 * line as it comes. Resolves also when the program fails; rejects only when it
 * cannot be started.
 */
export function runCommand(command, args, options = {}) {
  const { onLine, ...spawnOptions } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      ...spawnOptions,
    });
    let stdout = '';
    let output = '';
    let rest = '';
    const receive = chunk => {
      output += chunk;
      const lines = (rest + chunk).split('\n');
      rest = lines.pop();
      if (onLine) {
        lines.forEach(onLine);
      }
    };
    child.stdout.setEncoding('utf8').on('data', chunk => {
      stdout += chunk;
      receive(chunk);
    });
    child.stderr.setEncoding('utf8').on('data', receive);
    child.on('error', reject);
    child.on('close', code => resolve({ code, stdout, output }));
  });
}
