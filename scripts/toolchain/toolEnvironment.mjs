import path from 'path';

/**
 * The environment of everything below the hand-over. npm exports its settings
 * and the package's fields as `npm_*`; they are dropped, because yarn and
 * node-gyp read them too and some come from a ~/.npmrc that was written for
 * another Node (`nodedir` does, and breaks native builds).
 */
export function toolEnvironment({ env, cache, node, shims, settings }) {
  const kept = Object.keys(env).filter(key => !/^npm_/i.test(key));
  const result = {};
  kept.forEach(key => {
    result[key] = env[key];
  });

  Object.assign(result, {
    PATH: `${shims}${path.delimiter}${env.PATH || ''}`,
    TKE_CILIUM_CACHE_DIR: cache,
    npm_config_nodedir: node.root,
    // Without it better-sqlite3 asks GitHub for a prebuilt binary first, which
    // takes minutes to fail where only a registry can be reached.
    npm_config_build_from_source: 'true',
    YARN_GLOBAL_FOLDER: path.join(cache, 'yarn'),
    YARN_CACHE_FOLDER: path.join(cache, 'yarn', 'cache'),
    YARN_ENABLE_TELEMETRY: 'false',
  });
  if (settings) {
    Object.assign(result, registryEnvironment(settings));
  }
  return result;
}

/** What makes yarn use the registry of the user's npm settings. */
export function registryEnvironment(settings) {
  const result = { YARN_NPM_REGISTRY_SERVER: settings.registry };
  if (/^http:/.test(settings.registry)) {
    result.YARN_UNSAFE_HTTP_WHITELIST = new URL(settings.registry).hostname;
  }
  if (settings.httpProxy) {
    result.YARN_HTTP_PROXY = settings.httpProxy;
  }
  if (settings.httpsProxy) {
    result.YARN_HTTPS_PROXY = settings.httpsProxy;
  }
  if (settings.caFile) {
    result.YARN_HTTPS_CA_FILE_PATH = settings.caFile;
  }
  if (!settings.strictSsl) {
    result.YARN_ENABLE_STRICT_SSL = 'false';
  }
  return result;
}
