import { type App, ref, shallowRef } from 'vue';

/**
 * What the console needs of a library for languages: sentences with gaps (`{name}`), two forms for one and many
 * (`one | many`), lists of sentences, and a language that can change.
 */
export interface Messages {
  [key: string]: string | string[] | Messages;
}
type Gaps = Record<string, unknown>;

const locale = ref('zh');
const messages = shallowRef<Record<string, Messages>>({});

function found(key: string): Messages[string] | undefined {
  return key
    .split('.')
    .reduce<Messages[string] | undefined>(
      (node, part) => (typeof node === 'object' && !Array.isArray(node) ? node[part] : undefined),
      messages.value[locale.value],
    );
}

function filled(sentence: string, gaps: Gaps, count?: number): string {
  const forms = sentence.split(' | ');
  const form = forms[count === 1 ? 0 : forms.length - 1] ?? sentence;
  return (count === undefined ? sentence : form).replace(/\{(\w+)\}/g, (_, gap: string) =>
    String((gaps[gap] as string | number | undefined) ?? ''),
  );
}

/** The sentence of a key, its gaps filled; a number chooses between the forms for one and for many. */
function t(key: string, gaps: Gaps | number = {}, count?: number): string {
  const sentence = found(key);
  if (typeof sentence !== 'string') return key;
  return typeof gaps === 'number' ? filled(sentence, { count: gaps, n: gaps }, gaps) : filled(sentence, gaps, count);
}

/** Whether there is a sentence for the key. */
const te = (key: string): boolean => typeof found(key) === 'string';
/** What stands under a key, such as a list of sentences; each is said by `rt`. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the caller knows the shape of his own words
const tm = (key: string): any => found(key) ?? {};
const rt = (sentence: string, gaps: Gaps = {}): string => filled(sentence, gaps);

const words = { t, te, tm, rt, locale };

export const useI18n = () => words;

export const createI18n = (_options?: unknown) => ({
  install: (_app: App) => undefined,
  global: {
    ...words,
    setLocaleMessage(language: string, of: Messages): void {
      messages.value = { ...messages.value, [language]: of };
    },
  },
});
