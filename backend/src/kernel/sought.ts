/** What typed words may mean. Numbers of people come as blind indexes: they are looked for without being kept. */
export type Sought =
  | { kind: 'name'; grams: string[]; pinyin: string | null }
  | { kind: 'mobile'; index: Buffer }
  | { kind: 'document'; index: Buffer }
  | { kind: 'document-tail'; tail: string }
  | { kind: 'plate'; key: string }
  | { kind: 'plate-part'; grams: string[] }
  | { kind: 'pass-number'; number: string }
  | { kind: 'visit-number'; number: string };

/** Words as pairs of neighbouring characters, or the one character: what `gatehouse_bigrams` has of any text that holds them. */
export function gramsOf(words: string): string[] {
  const characters = [...words.toLowerCase().replace(/\s/g, '')];
  if (characters.length < 2) return characters;
  return characters.slice(1).map((character, at) => `${characters[at] ?? ''}${character}`);
}

/** Keys of `person_words` for pinyin begin with this, so that letters of a name and of its reading are never mixed up. */
export const PINYIN_MARK = '~';
