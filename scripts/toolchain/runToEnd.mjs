import { spawn } from 'child_process';
import os from 'os';

/**
 * Runs a program in our place: its terminal is ours, its exit code becomes
 * ours. Ctrl-C reaches the whole process group by itself, so we only stay
 * until the program has finished cleaning up; a signal that was sent to us
 * alone is passed on.
 */
export function runToEnd(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    const passOn = signal => child.kill(signal);
    const wait = () => {};
    process.on('SIGINT', process.stdin.isTTY ? wait : passOn);
    process.on('SIGTERM', passOn);
    process.on('SIGHUP', passOn);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      resolve(signal ? 128 + os.constants.signals[signal] : code);
    });
  });
}
