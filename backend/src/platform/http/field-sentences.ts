import { codes, type ErrorCode, type Locale, type Text } from '@gatehouse/contract';
import { RULE_TEXT } from '@gatehouse/contract/rules/rule-text';

/** Sentences of the form checks that class-validator makes. */
const shapes: Record<string, Text> = {
  'field.needed': { zh: '请填写这一项。', en: 'Please fill this in.' },
  'field.too-long': { zh: '内容太长了。', en: 'This is too long.' },
  'field.shape': { zh: '格式不正确。', en: 'This is not in the right form.' },
  'field.choice': { zh: '请从列表中选择。', en: 'Please choose from the list.' },
  'field.out-of-range': { zh: '超出了允许的范围。', en: 'This is outside the allowed range.' },
  'field.unknown': { zh: '不认识的字段。', en: 'Unknown field.' },
};

/** The sentence under a field, for a code of the rules, of the errors, or of the form checks. */
export function fieldSentence(code: string, locale: Locale): string {
  const text = shapes[code] ?? (RULE_TEXT as Record<string, Text | undefined>)[code] ?? codes[code as ErrorCode]?.text;
  return (text ?? shapes['field.shape'] ?? { zh: code, en: code })[locale];
}
