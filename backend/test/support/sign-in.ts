import { type OutboxMessage } from '@gatehouse/contract';
import { type Answer, type House } from './house.js';

/** Signs in a member of staff by the development page. Answers the `Cookie` header. */
export async function signInAs(house: House, staffNumber: string): Promise<string> {
  return cookieOf(await house.post('/api/auth/dev/login', { staffNumber }), 'gatehouse_staff');
}

/** Proves a phone number by the code in the outbox. Answers the `Cookie` header. */
export async function visitorSignIn(house: House, mobile: string): Promise<string> {
  const cookie = cookieOf(await house.post('/api/visitor/codes', { mobile }), 'gatehouse_code');
  const code = await newestCode(house);
  return cookieOf(await house.post('/api/visitor/session', { mobile, code }, { cookie }), 'gatehouse_visitor');
}

/** The digits of the newest one-time code that was sent. */
export async function newestCode(house: House): Promise<string> {
  const { body } = await house.get<OutboxMessage[]>('/api/dev/outbox');
  const message = body.find(({ template }) => template === 'one-time-code');
  return /\d{6}/.exec(message?.text ?? '')?.[0] ?? '';
}

export function cookieOf(answer: Answer, name: string): string {
  const cookie = answer.cookies.find((candidate) => candidate.name === name);
  if (!cookie?.value) throw new Error(`no cookie ${name} in an answer ${answer.status}`);
  return `${name}=${cookie.value}`;
}
