/** Beginnings that a spreadsheet takes for a formula, also in full width and behind blanks that it skips. */
const FORMULA = /^(?:[\s\u200b\ufeff]*[=+\-@＝＋－＠]|[\t\r\n])/;
/** Characters that XML cannot hold. */
// eslint-disable-next-line no-control-regex -- they are what is looked for
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Text that stays text, also after somebody saves the sheet as CSV and opens it again: a leading apostrophe. */
export function safeCell(text: string): string {
  const printable = text.replace(UNPRINTABLE, '');
  return FORMULA.test(printable) ? `'${printable}` : printable;
}
