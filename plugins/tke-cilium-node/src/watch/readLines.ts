import { WatchProtocolError } from './WatchProtocolError';

/**
 * No object is this long: etcd refuses requests above 1.5 MiB. The bound keeps a server that never
 * sends a line break from filling the memory.
 */
const MAXIMUM_LINE_BYTES = 8 * 1024 * 1024;

const LINE_FEED = 0x0a;

/**
 * Splits a stream of bytes into lines without their line breaks. Lines that arrive together are
 * handed over together; each chunk gives a batch, which is empty while a line is incomplete.
 *
 * @remarks
 * A rest without a line break at the end is dropped: it is an event that was cut off.
 *
 * @throws {@link WatchProtocolError} of kind `malformed` when a line is longer than 8 MiB.
 */
export async function* readLines(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<string[]> {
  // Bytes, not text: a chunk may end in the middle of a character.
  let pending: Uint8Array[] = [];
  let pendingBytes = 0;
  for await (const chunk of chunks) {
    const lastLineFeed = chunk.lastIndexOf(LINE_FEED);
    if (lastLineFeed < 0) {
      pending.push(chunk);
      pendingBytes += chunk.length;
      if (pendingBytes > MAXIMUM_LINE_BYTES) {
        throw new WatchProtocolError(
          'malformed',
          'the API server sent an endless line',
        );
      }
      yield [];
      continue;
    }
    pending.push(chunk.subarray(0, lastLineFeed));
    const lines = Buffer.concat(pending).toString('utf8').split('\n');
    pending = [chunk.subarray(lastLineFeed + 1)];
    pendingBytes = pending[0].length;
    yield lines.map(line => line.trim()).filter(Boolean);
  }
}
