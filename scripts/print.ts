import { formatElapsed } from './toolchain/progress.mjs';

const started = Date.now();

/** Prints what we say between the lines that Backstage prints. */
export function print(message: string): void {
  const elapsed = formatElapsed(Date.now() - started);
  const mark = `▸ [${elapsed}]`;
  process.stdout.write(
    `${process.stdout.isTTY ? `\x1b[36m${mark}\x1b[0m` : mark} ${message}\n`,
  );
}
