import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** A process that can be told from a later one with the same id. */
export type ProcessIdentity = {
  pid: number;
  /** When it was started, in whatever form the operating system says it. */
  startedAt: string;
};

/** Identity of a process, or `undefined` when there is none with this id. */
export function identifyProcess(pid: number): ProcessIdentity | undefined {
  const startedAt =
    process.platform === 'linux' ? linuxStartTime(pid) : psStartTime(pid);
  return startedAt ? { pid, startedAt } : undefined;
}

/** Whether this very process still runs. */
export function isRunning({ pid, startedAt }: ProcessIdentity): boolean {
  return identifyProcess(pid)?.startedAt === startedAt;
}

/** The other processes whose command line contains the text. */
export function findProcesses(
  text: string,
): { pid: number; command: string }[] {
  return commandLines().filter(
    ({ pid, command }) => pid !== process.pid && command.includes(text),
  );
}

function linuxStartTime(pid: number): string | undefined {
  const stat = readProc(`/proc/${pid}/stat`);
  // The name of the program, in parentheses, may contain blanks.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state] = fields ?? [];
  return state === undefined || state === 'Z' ? undefined : fields?.[19];
}

function psStartTime(pid: number): string | undefined {
  try {
    return ps('-o', 'lstart=', '-p', String(pid)).trim() || undefined;
  } catch {
    return undefined;
  }
}

function commandLines(): { pid: number; command: string }[] {
  if (process.platform === 'linux') {
    return readdirSync('/proc')
      .filter(entry => /^\d+$/.test(entry))
      .map(entry => ({
        pid: Number(entry),
        command: (readProc(`/proc/${entry}/cmdline`) ?? '')
          .split('\0')
          .join(' '),
      }));
  }
  return ps('-axo', 'pid=,command=')
    .split('\n')
    .flatMap(line => {
      const match = /^\s*(\d+)\s+(.*)$/.exec(line);
      return match ? [{ pid: Number(match[1]), command: match[2] }] : [];
    });
}

function readProc(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // It ended meanwhile.
    return undefined;
  }
}

function ps(...args: string[]): string {
  return execFileSync('ps', args, { encoding: 'utf8' });
}
