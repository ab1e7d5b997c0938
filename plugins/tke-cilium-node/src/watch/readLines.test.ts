import { readLines } from './readLines';

async function* chunks(...parts: (string | Uint8Array)[]) {
  for (const part of parts) {
    yield Buffer.from(part);
  }
}

async function collect(batches: AsyncIterable<string[]>) {
  const result: string[][] = [];
  for await (const batch of batches) {
    result.push(batch);
  }
  return result;
}

describe('readLines', () => {
  const character = Buffer.from('网');

  it.each([
    ['one chunk', ['a\nb\n'], [['a', 'b']]],
    [
      'a line over several chunks',
      ['a', 'b', 'c\nd\n'],
      [[], [], ['abc', 'd']],
    ],
    ['a chunk that ends with its line', ['a\n', 'b\n'], [['a'], ['b']]],
    ['empty lines', ['\n\na\r\n\n'], [['a']]],
    ['a cut off rest', ['a\n{"type":'], [['a']]],
    [
      'a character over two chunks',
      [character.subarray(0, 1), character.subarray(1), '\n'],
      [[], [], ['网']],
    ],
    ['nothing', [], []],
  ])('reads %s', async (_, parts, expected) => {
    expect(await collect(readLines(chunks(...parts)))).toEqual(expected);
  });

  it('refuses an endless line', async () => {
    const mebibyte = 'x'.repeat(1024 * 1024);
    await expect(
      collect(readLines(chunks(...new Array(9).fill(mebibyte)))),
    ).rejects.toThrow('endless line');
  });
});
