import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { maskUserNames } from '../tencentCloud/maskAccountIds';
import { explainHelmFailure, HelmError } from './HelmError';

/** SIGTERM makes Helm mark the release as failed, which took 0.1 s. Then it is killed. */
const KILL_AFTER_MS = 10_000;
const LONGEST_STDERR = 8 * 1024;
/** `helm upgrade -o json` prints 1.8 MB for the Cilium chart. */
const LONGEST_STDOUT = 32 * 1024 * 1024;

/** What Helm may know of this process' environment. Everything else, secrets above all, stays here. */
const INHERITED = [
  'PATH',
  'LANG',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'NO_PROXY',
  'http_proxy',
  'https_proxy',
  'no_proxy',
];

/** Options of {@link runHelm}. */
export type RunHelmOptions = {
  command: string;
  /** Arguments are visible to everybody on the host: no secret belongs there. */
  args: string[];
  /** What is done, for messages: `Helm upgrade of cilium`. */
  operation: string;
  /** Private directory: Helm's homes, and the kubeconfig if there is one. */
  directory: string;
  kubeconfigPath?: string;
  signal: AbortSignal;
  timeoutMs: number;
  /** Called with each line of both outputs instead of collecting stdout. */
  onLine?: (line: string) => void;
};

/**
 * Runs Helm once, without a shell, in a process group of its own.
 *
 * @returns what it printed, unless `onLine` took it
 * @throws {@link HelmError}, or the reason of the signal when it was aborted
 */
export async function runHelm(options: RunHelmOptions): Promise<string> {
  const { command, args, operation, signal, timeoutMs, onLine } = options;
  signal.throwIfAborted();
  const child = spawn(command, args, {
    cwd: options.directory,
    env: environment(options),
    stdio: ['ignore', 'pipe', 'pipe'],
    // Its own group, so that whatever Helm starts ends with it.
    detached: true,
  });
  const exit = new Promise<{ code: number | null; error?: Error }>(resolve => {
    child.once('error', error => resolve({ code: null, error }));
    child.once('close', code => resolve({ code }));
  });

  const timeout = AbortSignal.timeout(timeoutMs);
  const stop = AbortSignal.any([signal, timeout]);
  let killTimer: NodeJS.Timeout | undefined;
  const terminate = () => {
    killGroup(child.pid, 'SIGTERM');
    killTimer = setTimeout(
      () => killGroup(child.pid, 'SIGKILL'),
      KILL_AFTER_MS,
    );
  };
  stop.addEventListener('abort', terminate, { once: true });
  try {
    const [stdout, stderr, { code, error }] = await Promise.all([
      onLine ? forwardLines(child.stdout, onLine) : collect(child.stdout),
      collectEnd(child.stderr, onLine),
      exit,
    ]);
    signal.throwIfAborted();
    if (error) {
      throw cannotStart(command, error);
    }
    if (timeout.aborted) {
      throw new HelmError(
        'TimedOut',
        `${operation} did not end within ${
          timeoutMs / 1000
        } seconds and was stopped. Check that the API server answers, then try again.`,
      );
    }
    if (code !== 0) {
      throw explainHelmFailure(operation, code, stderr);
    }
    return stdout;
  } finally {
    clearTimeout(killTimer);
    stop.removeEventListener('abort', terminate);
  }
}

function environment(options: RunHelmOptions): NodeJS.ProcessEnv {
  const { directory, kubeconfigPath } = options;
  const inherited = INHERITED.filter(name => process.env[name] !== undefined);
  return {
    ...Object.fromEntries(inherited.map(name => [name, process.env[name]])),
    HOME: directory,
    HELM_CACHE_HOME: `${directory}/cache`,
    HELM_CONFIG_HOME: `${directory}/config`,
    HELM_DATA_HOME: `${directory}/data`,
    HELM_NO_PLUGINS: '1',
    NO_COLOR: '1',
    // A path that does not exist keeps Helm from looking for the host's own clusters.
    KUBECONFIG: kubeconfigPath ?? `${directory}/no-kubeconfig`,
  } as NodeJS.ProcessEnv;
}

function killGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) {
      process.kill(-pid, signal);
    }
  } catch {
    // It has ended already.
  }
}

/** Why a program could not be started, in words. */
export function whyNotStarted(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOENT':
      return 'there is no such program';
    case 'EACCES':
      return 'it is not a program, or may not be executed';
    default:
      return code ?? message;
  }
}

function cannotStart(command: string, error: Error): HelmError {
  return new HelmError(
    'NotInstalled',
    `Helm cannot be started as "${command}": ${whyNotStarted(
      error,
    )}. Install Helm 4 on the backend host, or name the program in the configuration tkeCilium.helm.command or in the environment variable TKE_CILIUM_HELM.`,
    error,
  );
}

async function collect(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    if (length <= LONGEST_STDOUT) {
      chunks.push(chunk);
    }
  }
  if (length > LONGEST_STDOUT) {
    throw new HelmError(
      'Failed',
      `Helm printed ${length} bytes, more than the ${LONGEST_STDOUT} that are read.`,
    );
  }
  return Buffer.concat(chunks).toString('utf8');
}

async function forwardLines(
  stream: Readable,
  onLine: (line: string) => void,
): Promise<string> {
  for await (const line of createInterface({ input: stream })) {
    if (line.trim()) {
      onLine(line);
    }
  }
  return '';
}

/** The end of stderr, which is where the error is. */
async function collectEnd(
  stream: Readable,
  onLine?: (line: string) => void,
): Promise<string> {
  let text = '';
  for await (const printed of createInterface({ input: stream })) {
    const line = maskUserNames(printed);
    if (line.trim()) {
      onLine?.(line);
    }
    text = `${text}${line}\n`.slice(-LONGEST_STDERR);
  }
  return text;
}
