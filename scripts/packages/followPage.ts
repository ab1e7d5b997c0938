import { readFile } from 'node:fs/promises';
import { codeBlocks } from '../docs/codeBlocks';
import type { FreshApp } from './FreshApp';

/** Gets a line before each step. */
export type StepRunner = (
  title: string,
  step: () => Promise<void>,
) => Promise<void>;

/**
 * Does in a fresh app what the numbered sections of a page say: runs the
 * commands, and puts the rest into the file that its first line names. What
 * names no file is there to be read.
 *
 * @param paths - paths of this machine for paths of the page
 */
export async function followPage(
  page: string,
  app: FreshApp,
  options: { paths: Record<string, string>; step: StepRunner },
): Promise<void> {
  for (const block of codeBlocks(await readFile(page, 'utf8'))) {
    const { section, language, file } = block;
    const text = Object.entries(options.paths).reduce(
      (result, [there, here]) => result.replaceAll(there, here),
      block.text,
    );
    if (!/^\d+\. /.test(section)) {
      continue;
    }
    if (language !== 'sh') {
      if (file) {
        await options.step(`${section}: ${file}`, () => app.edit(file, text));
      }
    } else if (text === 'yarn start') {
      await options.step(`${section}: ${text}`, () => app.start(text));
    } else {
      await options.step(`${section}: ${text}`, () => app.run(text));
    }
  }
}
