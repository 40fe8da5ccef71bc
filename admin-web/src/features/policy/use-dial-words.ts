import { type DialKey, type DialValue, type Quota, type RouteRule } from '@gatehouse/contract';
import { weekdaysText } from '@gatehouse/contract/rules/weekly-hours';
import { useCampuses, usePurposeText } from '@/shared/campus';
import { useI18n } from '@/shared/words';

/** Settings and their values in plain words, in the language of the page. */
export function useDialWords() {
  const { t, locale } = useI18n();
  const campuses = useCampuses();
  const purposeText = usePurposeText();

  const nameOf = (key: DialKey) => t(`policy.dial.${key.replace('.', '-')}`);

  function ruleText({ why, leader }: RouteRule): string {
    return `${locale.value === 'en' ? why.en : why.zh}${leader === 'always' ? '' : t('policy.rule.optional')}`;
  }

  function quotaText({ campusId, purpose, per, most }: Quota): string {
    const campus = campusId ? (campuses.value.find(({ id }) => id === campusId)?.name ?? '') : t('policy.quota.each');
    const what = purpose ? purposeText(purpose) : t('policy.quota.any');
    return t('policy.quota.sentence', { campus, purpose: what, per: t(`policy.quota.${per}`), most });
  }

  function valueText(key: DialKey, value: DialValue): string {
    if (value === null) return t('policy.unlimited');
    if (typeof value === 'boolean') return t(value ? 'policy.on' : 'policy.off');
    if (!Array.isArray(value) && (key === 'period.mode' || key === 'approval.leader' || key === 'longTerm.leader'))
      return t(`policy.choice.${value as string}`);
    if (!Array.isArray(value)) return String(value);
    if (value.length === 0) return t('policy.noneListed');
    if (key === 'longTerm.weekdays') return weekdaysText(value as number[], locale.value === 'en' ? 'en' : 'zh');
    if (key === 'longTerm.purposes') return (value as string[]).map(purposeText).join(t('app.listSeparator'));
    return (value as (Quota | RouteRule)[]).map((one) => ('per' in one ? quotaText(one) : ruleText(one))).join('；');
  }

  return { nameOf, valueText, ruleText, quotaText };
}
