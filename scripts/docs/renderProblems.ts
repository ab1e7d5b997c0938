import type { ProblemDescription } from '@tke-cilium/backstage-plugin-tke-cilium-common';

const CHAPTERS: Record<ProblemDescription['foundBy'], string> = {
  readiness: 'On the page of a cluster',
  preflight: 'Before an installation',
  values: 'In Helm values and options',
  cluster: 'In the input of a cluster',
  'node-pool': 'In the input of a node pool',
};

const SEVERITIES: Record<ProblemDescription['severity'], string> = {
  error: 'Error',
  warning: 'Warning',
  info: 'Note',
};

/** The page of all problems, Markdown. */
export function renderProblems(
  problems: readonly ProblemDescription[],
): string {
  const chapters = Object.entries(CHAPTERS).flatMap(([foundBy, title]) => [
    `## ${title}`,
    ...problems
      .filter(problem => problem.foundBy === foundBy)
      .flatMap(renderProblem),
  ]);
  return `${[
    '# Problems',
    'Every problem that the product reports, by its code, which never changes. ‹Names› stand for what differs from case to case.',
    '<!-- Written by `yarn docs:problems` from the code. -->',
    ...chapters,
  ].join('\n\n')}\n`;
}

function renderProblem(problem: ProblemDescription): string[] {
  const { code, severity, message, remedy, docsUrl } = problem;
  return [
    `### ${code}`,
    `**${SEVERITIES[severity]}.** ${escape(message)}`,
    `${escape(remedy)}${docsUrl ? ` [More about it](${docsUrl})` : ''}`,
  ];
}

/** What Markdown would take for markup. */
function escape(text: string): string {
  return text.replace(/[<>*_`[\]]/g, '\\$&');
}
