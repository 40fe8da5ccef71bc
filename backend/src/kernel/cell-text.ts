/** A header as it is compared: neither width, case, spaces nor marks count. */
export const plainHeader = (cell: string): string =>
  cell
    .normalize('NFKC')
    .replace(/[\s*_()（）-]/g, '')
    .toLowerCase();

// eslint-disable-next-line no-control-regex -- they are what is taken out
const UNPRINTABLE = /[\u0000-\u001f\u007f\u200b-\u200f\u2028-\u202e\u2060\ufeff]/g;

/** What a cell says, in plain characters and single spaces. */
export const tidyCell = (text: string): string =>
  text.replace(UNPRINTABLE, ' ').normalize('NFKC').replace(/\s+/g, ' ').trim();
