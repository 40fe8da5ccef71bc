import { type Purpose, type RouteConditions, type Text } from '@gatehouse/contract';

/** Why a leader is asked, out of the conditions of a rule: what approvers read unless somebody words it otherwise. */
export function sentenceOf(when: RouteConditions, purposes: readonly Purpose[]): Text {
  const named = (when.purposes ?? []).map(
    (key) => purposes.find((one) => one.key === key)?.text ?? { zh: key, en: key },
  );
  const zh = [
    named.length > 0 && `事由为${named.map((text) => text.zh).join('、')}`,
    when.minDays !== undefined && `来访 ${when.minDays} 天及以上`,
    when.minPartySize !== undefined && `来访 ${when.minPartySize} 人及以上`,
    when.vehicle === true && '驾车入校',
    when.vehicle === false && '不驾车入校',
    when.weekend === true && '涉及周末',
    when.outsideHours !== undefined && `在 ${when.outsideHours.from}–${when.outsideHours.until} 之外`,
  ].filter(Boolean);
  const en = [
    named.length > 0 && `for ${named.map((text) => text.en.toLowerCase()).join(', ')}`,
    when.minDays !== undefined && `of ${when.minDays} days or more`,
    when.minPartySize !== undefined && `of ${when.minPartySize} people or more`,
    when.vehicle === true && 'by car',
    when.vehicle === false && 'without a car',
    when.weekend === true && 'at weekends',
    when.outsideHours !== undefined && `outside ${when.outsideHours.from}–${when.outsideHours.until}`,
  ].filter(Boolean);
  if (zh.length === 0) return { zh: '按学校规定，来访需领导审批。', en: 'The rules ask for a leader’s approval.' };
  return { zh: `${zh.join('、')}的来访需领导审批。`, en: `Visits ${en.join(', ')} need a leader’s approval.` };
}
