/** A record or command result: names in lower case. */
export type Fields = Record<string, string>;

/** `name=value` pairs behind tabs. A value may hold anything but tab and line end, also `=` and spaces at its end. */
export const tabFields = (line: string): Fields => fieldsOf(line.split('\t'));

/** `name=value` pairs behind `&`, as results of commands come. */
export const resultFields = (line: string): Fields => fieldsOf(line.split('&'));

/** `name=value` pairs behind commas, as devices describe themselves; the `~` before some names is dropped. */
export const optionFields = (text: string): Fields =>
  fieldsOf(text.split(',').map((part) => part.trim().replace(/^~/, '')));

/** The lines of a body that say something. */
export const linesOf = (body: string): string[] => body.split(/\r?\n/).filter((line) => line.trim() !== '');

function fieldsOf(parts: string[]): Fields {
  const fields: Fields = {};
  for (const part of parts) {
    const at = part.indexOf('=');
    if (at > 0) fields[part.slice(0, at).trim().toLowerCase()] = part.slice(at + 1);
  }
  return fields;
}
