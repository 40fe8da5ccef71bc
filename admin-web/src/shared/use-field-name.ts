import { type CorrectableField, type PartyMemberView } from '@gatehouse/contract';
import { useI18n } from '@/shared/words';

const parts = ['name', 'document', 'mobile', 'organisation', 'plate', 'period', 'reason'];

/** A field as people read it: whose it is, and what. A field of a newer server still has a name. */
export function useFieldName(): (field: CorrectableField, party?: readonly PartyMemberView[]) => string {
  const { t } = useI18n();
  return (path, party = []) => {
    const [scope = '', ...rest] = path.split('.');
    const part = rest.at(-1) ?? scope;
    const field = t(`field.${parts.includes(part) ? part : 'other'}`);
    const index = scope === 'applicant' ? 0 : scope === 'companions' ? Number(rest[0]) : -1;
    const person = party.find((member) => member.index === index);
    return person ? t('field.of', { name: person.name, field }) : field;
  };
}
