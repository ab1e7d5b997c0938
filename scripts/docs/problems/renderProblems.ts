import type { ProblemDescription } from '@tke-cilium/backstage-plugin-tke-cilium-common';

/** What the page says besides the problems, and how it says them. */
export type Wording = {
  title: string;
  introduction: string;
  chapters: Record<ProblemDescription['foundBy'], string>;
  severities: Record<ProblemDescription['severity'], string>;
  more: string;
  texts(problem: ProblemDescription): { message: string; remedy: string };
};

/** The page of all problems, Markdown. */
export function renderProblems(
  problems: readonly ProblemDescription[],
  wording: Wording,
): string {
  const chapters = Object.entries(wording.chapters).flatMap(
    ([foundBy, title]) => [
      `## ${title}`,
      ...problems
        .filter(problem => problem.foundBy === foundBy)
        .flatMap(problem => renderProblem(problem, wording)),
    ],
  );
  return `${[
    `# ${wording.title}`,
    wording.introduction,
    '<!-- Written by `yarn docs:pages` from the code. -->',
    ...chapters,
  ].join('\n\n')}\n`;
}

function renderProblem(
  problem: ProblemDescription,
  wording: Wording,
): string[] {
  const { code, severity, docsUrl } = problem;
  const { message, remedy } = wording.texts(problem);
  return [
    `### ${code}`,
    `**${wording.severities[severity]}** ${escape(message)}`,
    `${escape(remedy)}${docsUrl ? ` [${wording.more}](${docsUrl})` : ''}`,
  ];
}

/** What Markdown would take for markup. */
function escape(text: string): string {
  return text.replace(/[<>*_`[\]]/g, '\\$&');
}
