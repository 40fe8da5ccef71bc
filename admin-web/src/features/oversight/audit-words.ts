import { type Text } from '@gatehouse/contract';
import { auditActionText, auditSubjectText } from '@gatehouse/contract/audit-text';
import { useI18n } from '@/shared/words';

/** The words of the audit in the language of the page; what has none is shown as it is written. */
export function useAuditWords() {
  const { locale } = useI18n();
  const said = (text: Text | null, written: string) => text?.[locale.value as keyof Text] ?? written;
  return {
    action: (action: string) => said(auditActionText(action), action),
    subject: (kind: string) => said(auditSubjectText(kind), kind),
  };
}
