import { readFile } from 'node:fs/promises';
import https from 'node:https';
import { InputError, ServiceUnavailableError } from '@backstage/errors';
import type { Cluster, KubeConfig, User } from '@kubernetes/client-node';
import { maskAccountIds } from '../tencentCloud/maskAccountIds';
import { ApiServerAccess } from './ApiServerAccess';

/** Options of {@link accessFromKubeconfig}. */
export type AccessFromKubeconfigOptions = {
  /** How messages call the file: `Cluster cls-abcdefgh: kubeconfig /path`. */
  subject: string;
  text: string;
  /** Directory that relative certificate paths in the file start from. */
  directory: string;
  /** Default: the file's current context. */
  context?: string;
};

/**
 * Turns a kubeconfig into the access to one API server, and refuses what must not be used on a
 * shared backend host.
 *
 * @returns the access, and the files it was read from besides the kubeconfig itself
 */
export async function accessFromKubeconfig(
  options: AccessFromKubeconfigOptions,
): Promise<{ access: ApiServerAccess; files: string[] }> {
  const { subject } = options;
  const { cluster, user } = await selectContext(options);
  checkServer(subject, cluster);
  checkUser(subject, user);

  const { KubeConfig: KubeConfigClass } = await import(
    '@kubernetes/client-node'
  );
  const files = [cluster.caFile, user.certFile, user.keyFile].filter(
    (file): file is string => Boolean(file),
  );
  const kubeConfig = new KubeConfigClass();
  kubeConfig.loadFromClusterAndUser(
    {
      name: 'cluster',
      server: cluster.server,
      skipTLSVerify: false,
      tlsServerName: cluster.tlsServerName,
      proxyUrl: cluster.proxyUrl,
      caData: await inline(subject, cluster.caFile, cluster.caData),
    },
    {
      name: 'user',
      token: user.token?.trim(),
      username: user.username,
      password: user.password,
      impersonateUser: user.impersonateUser,
      certData: await inline(subject, user.certFile, user.certData),
      keyData: await inline(subject, user.keyFile, user.keyData),
    },
  );
  return { access: await toAccess(subject, cluster, kubeConfig), files };
}

async function selectContext(
  options: AccessFromKubeconfigOptions,
): Promise<{ cluster: Cluster; user: User }> {
  const { subject, text, directory } = options;
  const { KubeConfig: KubeConfigClass } = await import(
    '@kubernetes/client-node'
  );
  const file = new KubeConfigClass();
  try {
    file.loadFromString(text);
  } catch (error) {
    // The parser quotes the lines around a mistake, and those lines are credentials.
    throw new ServiceUnavailableError(
      `${subject} is not a complete kubeconfig. Check that it is valid YAML and that whoever writes it has finished; it is read again with the next request.`,
    );
  }
  file.makePathsAbsolute(directory);
  const name = options.context ?? file.currentContext;
  const context = name ? file.getContextObject(name) : null;
  if (!context) {
    const known = (file.contexts ?? [])
      .map(each => `"${maskAccountIds(each.name)}"`)
      .join(', ');
    throw new InputError(
      name
        ? `${subject} has no context "${name}"; it has ${
            known || 'none'
          }. Correct kubeconfig.context in the configuration.`
        : `${subject} has no current context; it has ${
            known || 'none'
          }. Name one as kubeconfig.context in the configuration.`,
    );
  }
  const cluster = file.getCluster(context.cluster);
  const user = file.getUser(context.user);
  if (!cluster || !user) {
    throw new InputError(
      `${subject}: ${maskAccountIds(
        `context "${name}" names the cluster "${context.cluster}" and the user "${context.user}"`,
      )}, and at least one of them is missing in the file.`,
    );
  }
  return { cluster, user };
}

function checkServer(subject: string, cluster: Cluster): void {
  if (cluster.skipTLSVerify) {
    throw new InputError(
      `${subject} sets insecure-skip-tls-verify. It is refused: without the check anybody on the way could read the credentials. Remove it and put the certificate authority into certificate-authority-data.`,
    );
  }
  if (!cluster.server.startsWith('https://')) {
    throw new InputError(
      `${subject} names the server "${cluster.server}"; only https:// is used.`,
    );
  }
}

function checkUser(subject: string, user: User): void {
  const name = maskAccountIds(user.name);
  if (user.exec || user.authProvider) {
    throw new InputError(
      `${subject}: the user "${name}" gets its credentials from ${
        user.exec ? 'an exec plugin' : 'an auth-provider'
      }. It is refused: the file could make the backend host run any program. Use a service account token or a client certificate.`,
    );
  }
  const hasCertificate =
    (user.certData || user.certFile) && (user.keyData || user.keyFile);
  if (!user.token && !hasCertificate && !(user.username && user.password)) {
    throw new InputError(
      `${subject}: the user "${name}" has neither a token nor a client certificate with its key.`,
    );
  }
}

async function inline(
  subject: string,
  file: string | undefined,
  data: string | undefined,
): Promise<string | undefined> {
  if (!file) {
    return data;
  }
  try {
    return (await readFile(file)).toString('base64');
  } catch (error) {
    throw new ServiceUnavailableError(
      `${subject} refers to ${file}, which cannot be read (${
        (error as NodeJS.ErrnoException).code
      }).`,
    );
  }
}

async function toAccess(
  subject: string,
  cluster: Cluster,
  kubeConfig: KubeConfig,
): Promise<ApiServerAccess> {
  const request: https.RequestOptions = {};
  try {
    await kubeConfig.applyToHTTPSOptions(request);
    const { ca, cert, key, servername } = request;
    const agent =
      cluster.proxyUrl && request.agent instanceof https.Agent
        ? request.agent
        : // client-node's own agent opens a connection per request.
          new https.Agent({ ca, cert, key, servername, keepAlive: true });
    const headers = { ...request.headers } as Record<string, string>;
    if (request.auth) {
      headers.Authorization = `Basic ${Buffer.from(request.auth).toString(
        'base64',
      )}`;
    }
    return {
      server: new URL(cluster.server),
      agent,
      headers,
      kubeconfig: kubeConfig.exportConfig(),
    };
  } catch (error) {
    throw new InputError(
      `${subject} cannot be used (${
        (error as NodeJS.ErrnoException).code ?? (error as Error).name
      }). Check its server address, certificates and key.`,
    );
  }
}
