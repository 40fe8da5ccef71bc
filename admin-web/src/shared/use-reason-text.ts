import { type Text } from '@gatehouse/contract';
import { type Reason } from '@gatehouse/contract/pass/reason';
import { REASON_TEXT } from '@gatehouse/contract/pass/reason-text';
import { useI18n } from '@/shared/words';

/** The few words for a reason code of the gate, as lists and charts show them. */
export function useReasonText(): (code: string) => string {
  const { t, locale } = useI18n();
  return (code) => {
    if (code === 'OK') return t('passage.valid');
    const text = code in REASON_TEXT ? REASON_TEXT[code as Reason].headline : undefined;
    return text?.[locale.value as keyof Text] ?? code;
  };
}
