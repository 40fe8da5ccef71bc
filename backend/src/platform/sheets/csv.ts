const SEPARATORS = [',', '\t', ';', '，'];

/** The rows of comma-, tab- or semicolon-separated text, quoted as RFC 4180 says. Rows without any text stay, so that row numbers hold. */
export function csvRows(text: string): string[][] {
  const content = text.replace(/^\ufeff/, '');
  const separator = separatorOf(content);
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < content.length; at++) {
    const character = content.charAt(at);
    if (quoted) {
      if (character !== '"') cell += character;
      else if (content[at + 1] === '"') cell += content.charAt(at++);
      else quoted = false;
    } else if (character === '"' && (cell === '' || cell === '=')) {
      // Excel writes ="007" to keep the zeros of what is no number.
      cell = '';
      quoted = true;
    } else if (character === separator) {
      row.push(cell);
      cell = '';
    } else if (character === '\n' || character === '\r') {
      if (character === '\r' && content[at + 1] === '\n') at++;
      rows.push([...row, cell]);
      row = [];
      cell = '';
    } else cell += character;
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell]);
  return rows;
}

/** The separator that the first line has most of. */
function separatorOf(text: string): string {
  const firstLine = text.split(/[\r\n]/, 1)[0] ?? '';
  const count = (separator: string): number => firstLine.split(separator).length;
  return SEPARATORS.reduce((best, other) => (count(other) > count(best) ? other : best));
}

/** One line of CSV, every cell quoted where it must be. */
export const csvLine = (cells: readonly string[]): string =>
  `${cells.map((cell) => (/[",;\t\r\n，]|^\s|\s$|^$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`;
