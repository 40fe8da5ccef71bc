import { expect, it } from '@jest/globals';
import { failedSignInPath } from './sign-in-landing.js';

const path = (next: string) => failedSignInPath(next, 'auth.staff-unknown', 'r-1');

it('keeps the page of the phone under the sign-in page', () => {
  expect(path('/host/approvals/a1?sheet=agree')).toBe(
    '/host/approvals/a1?sheet=agree&signInError=auth.staff-unknown&ref=r-1',
  );
});

it('keeps the page of the console as the way on', () => {
  expect(path('/console/visits?a=b')).toBe('/console/login?error=auth.staff-unknown&ref=r-1&next=%2Fvisits%3Fa%3Db');
});

it.each(['', '//evil.example', 'https://evil.example', '/visit/', '/consolex'])(
  'comes out at the phone page from %j',
  (next) => expect(path(next)).toBe('/host/?signInError=auth.staff-unknown&ref=r-1'),
);
