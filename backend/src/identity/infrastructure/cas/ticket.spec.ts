import { describe, expect, it } from '@jest/globals';
import { endedTicket } from './logout-request.js';
import { readTicket } from './ticket.js';

describe('a service ticket', () => {
  it.each(['ST-1', 'ST-1856339-aA5Yuvrxzpv8Tau1cYQ7', `ST-${'a'.repeat(400)}`, 'ST-2-x_y-cas01.example.org'])(
    '%s is one',
    (ticket) => expect(readTicket(ticket)).toBe(ticket),
  );

  it.each([
    undefined,
    null,
    '',
    'ST-',
    'st-1',
    'PT-1',
    'ST-a b',
    'ST-a&service=x',
    'ST-a#',
    'ST-a%26',
    `ST-${'a'.repeat(401)}`,
    ['ST-1'],
    { a: 'ST-1' },
    'ST-1\n',
  ])('%j is none', (value) => expect(readTicket(value)).toBeNull());
});

describe('a sign-out request', () => {
  const request = (inside: string) => `<samlp:LogoutRequest xmlns:samlp="p">${inside}</samlp:LogoutRequest>`;

  it('names the ticket whose session ends', () => {
    expect(endedTicket(request('<samlp:SessionIndex>\n ST-1 </samlp:SessionIndex>'))).toBe('ST-1');
  });

  it.each([
    undefined,
    ['a'],
    '',
    'ST-1',
    request(''),
    request('<samlp:SessionIndex>ST-1</samlp:SessionIndex><samlp:SessionIndex>ST-2</samlp:SessionIndex>'),
    request('<samlp:SessionIndex>ST-1<b/></samlp:SessionIndex>'),
    `<!DOCTYPE x>${request('<samlp:SessionIndex>ST-1</samlp:SessionIndex>')}`,
    '<other><SessionIndex>ST-1</SessionIndex></other>',
    request(`<samlp:SessionIndex>ST-1</samlp:SessionIndex>${' '.repeat(70_000)}`),
  ])('that names none, or not clearly, is nothing', (text) => expect(endedTicket(text)).toBeNull());
});
