import { expect, it } from 'vitest';
import { onlyWayIn, signInLink } from './sign-in-link';

it('comes back to the page that was asked for', () => {
  expect(signInLink({ url: '/api/auth/cas' }, '/visits?status=pending')).toBe(
    '/api/auth/cas?next=%2Fconsole%2Fvisits%3Fstatus%3Dpending',
  );
});

it('keeps what the provider already asks for', () => {
  expect(signInLink({ url: '/api/auth/saml?idp=1' }, undefined)).toBe('/api/auth/saml?idp=1&next=%2Fconsole%2F');
});

it.each(['https://evil.example', '//evil.example', '/\\evil.example', ['/a', '/b'], null])(
  'does not lead off to %s',
  (next) => expect(signInLink({ url: '/cas' }, next)).toBe('/cas?next=%2Fconsole%2F'),
);

const way = (key: string) => ({ key, zh: '', en: '', url: `/${key}` });

it('goes straight to the only provider, but not after a refusal or a sign-out, and never to the demo', () => {
  expect(onlyWayIn([way('cas')], { next: '/visits' })?.key).toBe('cas');
  expect(onlyWayIn([way('cas')], { error: 'auth.staff-left' })).toBeUndefined();
  expect(onlyWayIn([way('cas')], { signedOut: '1' })).toBeUndefined();
  expect(onlyWayIn([way('cas'), way('saml')], {})).toBeUndefined();
  expect(onlyWayIn([way('dev')], {})).toBeUndefined();
});
