/** One line of CSV (RFC 4180). A cell that a spreadsheet would take for a formula is marked as text. */
export function csvLine(cells: readonly (string | number | boolean | undefined)[]): string {
  return cells.map((cell) => quoted(harmless(cell === undefined ? '' : String(cell)))).join(',');
}

function harmless(text: string): string {
  return /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
