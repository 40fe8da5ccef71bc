import { DomainError } from '../../kernel/domain-error.js';

/** Text of a file that does not say how it is written: UTF-8, UTF-16 with a mark, or else GB18030, as Chinese Excel saves it. */
export function textOf(file: Buffer): string {
  const marked =
    file[0] === 0xff && file[1] === 0xfe ? 'utf-16le' : file[0] === 0xfe && file[1] === 0xff ? 'utf-16be' : null;
  const text = (marked ? [marked] : ['utf-8', 'gb18030'])
    .map((encoding) => decoded(file, encoding))
    .find((read) => read !== null);
  if (text === undefined || text === null || text.includes('\u0000')) throw new DomainError('sheet.unreadable');
  return text;
}

function decoded(file: Buffer, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(file);
  } catch {
    return null;
  }
}
