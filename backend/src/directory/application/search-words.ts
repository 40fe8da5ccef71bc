/** What somebody typed into a picker: Chinese characters or pinyin letters, never both. */
export type SearchWords = { kind: 'chinese'; text: string; grams: string[] } | { kind: 'pinyin'; letters: string };

const CHINESE = /^[\p{Script=Han}·]+$/u;

/** Reads what was typed; null when it is neither Chinese nor pinyin. */
export function searchWords(typed: string): SearchWords | null {
  const text = typed.normalize('NFKC').toLowerCase().replace(/ü/g, 'v').replace(/[\s']/g, '');
  if (CHINESE.test(text)) return { kind: 'chinese', text, grams: gramsOf(text) };
  return /^[a-z]+$/.test(text) ? { kind: 'pinyin', letters: text } : null;
}

/** The same pieces as `gatehouse_bigrams` makes in the database: pairs, or the one character there is. */
function gramsOf(text: string): string[] {
  const characters = Array.from(text);
  if (characters.length === 1) return characters;
  return characters.slice(1).map((character, before) => `${characters[before] ?? ''}${character}`);
}
