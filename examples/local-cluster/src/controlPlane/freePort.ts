import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

// Below the range that the kernel takes source ports from (32768 on Linux, 49152 on macOS): while an
// API server is stopped, an outgoing connection could otherwise take its port.
const FIRST = 20_000;
const LAST = 32_000;

/**
 * A loopback port that nobody listens on.
 *
 * @public
 */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const port = randomInt(FIRST, LAST);
    if (await isFree(port)) {
      return port;
    }
  }
  throw new Error(
    `No free TCP port found on 127.0.0.1 between ${FIRST} and ${LAST}. Stop other local clusters: npm run cluster -- list`,
  );
}

function isFree(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
