import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cacheDirectory } from '@tke-cilium/local-cluster';

/** Carries the fonts as files that every browser reads, and costs the system nothing. */
const PACKAGE = '@expo-google-fonts/noto-sans-sc';

const WEIGHTS = ['400Regular', '700Bold'];

/**
 * Lets a browser write Chinese on a machine without a Chinese font, beside whatever fonts it has:
 * screenshots of Chinese pages would show empty boxes.
 *
 * @param env - the browser's own environment
 * @returns what its environment needs besides
 */
export function chineseFont(
  env: Record<string, string>,
): Record<string, string> {
  const fonts = path.dirname(require.resolve(`${PACKAGE}/package.json`));
  const system = path.join(env.FONTCONFIG_PATH ?? '/etc/fonts', 'fonts.conf');
  const folder = path.join(cacheDirectory(), 'browser', 'fonts');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'fonts.conf');
  writeFileSync(
    file,
    [
      '<?xml version="1.0"?>',
      '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
      '<fontconfig>',
      `  <include ignore_missing="yes">${system}</include>`,
      ...WEIGHTS.map(weight => `  <dir>${path.join(fonts, weight)}</dir>`),
      `  <cachedir>${path.join(folder, 'cache')}</cachedir>`,
      '</fontconfig>',
      '',
    ].join('\n'),
  );
  return { FONTCONFIG_FILE: file };
}
