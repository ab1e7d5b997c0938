import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toolEnvironment } from './toolEnvironment.mjs';

const base = {
  env: { PATH: '/usr/bin', HOME: '/home/dev' },
  cache: '/cache',
  node: { root: '/cache/node' },
  shims: '/cache/shims',
};

test('puts our node and yarn first on the PATH', () => {
  assert.equal(toolEnvironment(base).PATH, '/cache/shims:/usr/bin');
});

test('drops what npm exports and points native builds at our Node', () => {
  const env = toolEnvironment({
    ...base,
    env: {
      ...base.env,
      npm_config_nodedir: '/usr',
      npm_config_user_agent: 'npm/10',
      NPM_CONFIG_TARGET: '20.0.0',
    },
  });
  assert.equal(env.npm_config_nodedir, '/cache/node');
  assert.equal(env.npm_config_user_agent, undefined);
  assert.equal(env.NPM_CONFIG_TARGET, undefined);
  assert.equal(env.HOME, '/home/dev');
});

test('keeps what yarn stores inside the cache folder', () => {
  const env = toolEnvironment(base);
  assert.equal(env.YARN_GLOBAL_FOLDER, '/cache/yarn');
  assert.equal(env.YARN_CACHE_FOLDER, '/cache/yarn/cache');
});

test('gives yarn the way to the registry that npm uses', () => {
  const cases = [
    {
      settings: { registry: 'https://registry.example.org/', strictSsl: true },
      expected: { YARN_NPM_REGISTRY_SERVER: 'https://registry.example.org/' },
    },
    {
      settings: { registry: 'http://mirror.example.org:8080/npm' },
      expected: {
        YARN_NPM_REGISTRY_SERVER: 'http://mirror.example.org:8080/npm',
        YARN_UNSAFE_HTTP_WHITELIST: 'mirror.example.org',
        YARN_ENABLE_STRICT_SSL: 'false',
      },
    },
    {
      settings: {
        registry: 'https://registry.example.org/',
        strictSsl: true,
        httpProxy: 'http://proxy.example.org',
        httpsProxy: 'http://proxy.example.org',
        caFile: '/etc/ca.pem',
      },
      expected: {
        YARN_NPM_REGISTRY_SERVER: 'https://registry.example.org/',
        YARN_HTTP_PROXY: 'http://proxy.example.org',
        YARN_HTTPS_PROXY: 'http://proxy.example.org',
        YARN_HTTPS_CA_FILE_PATH: '/etc/ca.pem',
      },
    },
  ];
  const without = toolEnvironment(base);
  for (const { settings, expected } of cases) {
    assert.deepEqual(toolEnvironment({ ...base, settings }), {
      ...without,
      ...expected,
    });
  }
});
