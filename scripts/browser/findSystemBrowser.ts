import { existsSync } from 'node:fs';
import path from 'node:path';

const PROGRAMS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];

const MAC_APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Path of the Chromium or Chrome that is installed on this machine. */
export function findSystemBrowser(
  searchPath: string = process.env.PATH ?? '',
): string | undefined {
  const candidates = PROGRAMS.flatMap(program =>
    searchPath
      .split(path.delimiter)
      .filter(Boolean)
      .map(folder => path.join(folder, program)),
  );
  return [...candidates, ...MAC_APPLICATIONS].find(existsSync);
}
