import { type AskVerdictInput } from '@gatehouse/contract';
import { DomainError, type FieldError } from '../../kernel/domain-error.js';

const NONCE = /^[\w-]{8,64}$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)$/;
const KINDS = new Set(['code', 'number', 'document', 'face', 'plate', 'party']);
const LONGEST_VALUE = 512;

/**
 * What `AskVerdictDto` describes, checked by hand: on the hot path the decorators would cost as much as the signature.
 * Unknown fields are not refused but left out, so that devices may say more than this version understands.
 */
export function readQuestion(body: unknown): AskVerdictInput {
  const { nonce, credential, direction, gate, at } = (body ?? {}) as Record<string, unknown>;
  const { kind, value } = (credential ?? {}) as Record<string, unknown>;
  const isText = typeof value === 'string' && value.length > 0 && value.length <= LONGEST_VALUE;
  const checks: [path: string, code: string, isGood: boolean][] = [
    ['nonce', 'field.shape', typeof nonce === 'string' && NONCE.test(nonce)],
    ['credential.kind', 'field.choice', typeof kind === 'string' && KINDS.has(kind)],
    ['credential.value', 'field.needed', isText],
    ['direction', 'field.choice', direction === 'entry' || direction === 'exit'],
    ['gate', 'field.choice', typeof gate === 'string' && UUID.test(gate)],
    ['at', 'field.shape', typeof at === 'string' && INSTANT.test(at) && !Number.isNaN(Date.parse(at))],
  ];
  if (checks.some(([, , isGood]) => !isGood)) {
    const fields = checks.flatMap(([path, code, isGood]): FieldError[] => (isGood ? [] : [{ path, code }]));
    throw new DomainError('request.invalid', {}, fields);
  }
  return { nonce, credential: { kind, value }, direction, gate, at } as AskVerdictInput;
}
