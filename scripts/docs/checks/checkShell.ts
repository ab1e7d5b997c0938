import { execFileSync } from 'node:child_process';

/** Programs that the documentation may ask for. */
const PROGRAMS = [
  'cd',
  'cp',
  'git',
  'helm',
  'kubectl',
  'npm',
  'rm',
  'skopeo',
  'terraform',
  'yarn',
];
const GRAMMAR = ['for', 'do', 'done'];

/**
 * What is wrong with commands of a shell: their syntax, a program that nobody
 * is told to have, a script that `package.json` does not have.
 */
export function checkShell(
  text: string,
  scripts: Record<string, string>,
): string[] {
  try {
    execFileSync('bash', ['-n'], {
      input: text,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
  } catch (error) {
    return [`${error instanceof Error ? error.message : error}`];
  }
  return text
    .replace(/\\\n/g, ' ')
    .split('\n')
    .map(line => line.replace(/#.*/, '').trim())
    .filter(Boolean)
    .flatMap(line => checkCommand(line.split(/\s+/), scripts));
}

function checkCommand(
  words: string[],
  scripts: Record<string, string>,
): string[] {
  const [program, first, second] = words;
  if (GRAMMAR.includes(program)) {
    return [];
  }
  if (!PROGRAMS.includes(program)) {
    return [`${program} is not a program that the documentation knows`];
  }
  const script = program === 'npm' && (first === 'run' ? second : first);
  return script && !scripts[script]
    ? [`package.json has no script ${script}`]
    : [];
}
