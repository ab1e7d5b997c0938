// Runs a program that must not outlive its owner: `node leash.mjs program …`.
// The owner holds the other end of standard input; when that closes, because
// the owner closed it or died (even by SIGKILL), the program and everything it
// started is stopped. The program gets a process group of its own, so that
// Ctrl-C in a terminal reaches the owner only, and the owner decides the order.
import { spawn } from 'node:child_process';

const KILL_AFTER_MS = 10_000;
const [program, ...args] = process.argv.slice(2);

const child = spawn(program, args, {
  detached: true,
  stdio: ['ignore', 'inherit', 'inherit'],
});

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {});
}
process.stdin.on('end', stop).on('error', stop).resume();
child.on('error', error => {
  process.stderr.write(`${program} could not be started: ${error.message}\n`);
  process.exit(127);
});
child.on('exit', code => {
  // What the program started may still run; it must not outlive the program.
  signalGroup('SIGKILL');
  process.exit(code ?? 1);
});

function stop() {
  signalGroup('SIGTERM');
  setTimeout(() => signalGroup('SIGKILL'), KILL_AFTER_MS).unref();
}

function signalGroup(signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group is gone.
  }
}
