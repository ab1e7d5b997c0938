/** A table of Markdown whose columns are aligned also in a terminal. */
export function alignedTable(head: string[], rows: string[][]): string {
  const cells = [head, ...rows];
  const widths = head.map((_, column) =>
    Math.max(3, ...cells.map(line => line[column].length)),
  );
  const toLine = (line: string[]) =>
    `| ${line
      .map((cell, column) => cell.padEnd(widths[column]))
      .join(' | ')} |`;
  return [head, widths.map(width => '-'.repeat(width)), ...rows]
    .map(toLine)
    .join('\n');
}
