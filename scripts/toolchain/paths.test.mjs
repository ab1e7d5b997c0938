import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cacheFolder } from './paths.mjs';

for (const [title, env, expected] of [
  [
    'its own variable',
    { TKE_CILIUM_CACHE_DIR: '/fast/disk', XDG_CACHE_HOME: '/xdg' },
    '/fast/disk',
  ],
  ['the XDG folder', { XDG_CACHE_HOME: '/xdg' }, '/xdg/tke-cilium'],
  ['the home folder', {}, '/home/dev/.cache/tke-cilium'],
]) {
  test(`the cache folder comes from ${title}`, () => {
    assert.equal(cacheFolder(env, '/home/dev'), expected);
  });
}
