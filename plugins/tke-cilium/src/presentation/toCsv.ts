/**
 * A table as CSV that spreadsheets open as it is meant: in UTF-8, with every cell quoted, and with
 * no cell read as a formula.
 *
 * @remarks
 * Names and messages come from clusters. A spreadsheet would calculate a cell that begins with one
 * of `= + - @`, a tab or a carriage return, so such a cell gets an apostrophe before it (OWASP, CSV
 * Injection).
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
  // Excel takes a file without this mark for the code page of the machine.
  const byteOrderMark = '\ufeff';
  return (
    byteOrderMark + rows.map(row => `${row.map(quote).join(',')}\r\n`).join('')
  );
}

function quote(cell: string): string {
  const harmless = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return `"${harmless.replaceAll('"', '""')}"`;
}
