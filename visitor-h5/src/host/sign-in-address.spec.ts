import { describe, expect, it } from 'vitest';
import { onlyWayIn, refusalIn, signInAddress } from './sign-in-address.ts';

const page = { pathname: '/host/approvals/a1', search: '?sheet=agree' };
const provider = (url: string) => ({ key: 'cas', zh: '统一身份认证', en: 'University sign-on', url });

describe('the address to sign in', () => {
  it('leads back to the page that was asked for', () => {
    expect(signInAddress(provider('/api/auth/cas/login'), page as Location)).toBe(
      '/api/auth/cas/login?next=%2Fhost%2Fapprovals%2Fa1%3Fsheet%3Dagree',
    );
  });

  it('keeps what the provider needs', () => {
    expect(signInAddress(provider('/login?kind=saml'), page as Location)).toContain('/login?kind=saml&next=');
  });
});

describe('the sign-in page', () => {
  it('goes straight to the only provider, but not after a refusal or a sign-out, and never to the demo', () => {
    expect(onlyWayIn([provider('/a')], '')?.url).toBe('/a');
    expect(onlyWayIn([provider('/a'), provider('/b')], '')).toBeUndefined();
    expect(onlyWayIn([provider('/a')], '?signInError=auth.staff-left')).toBeUndefined();
    expect(onlyWayIn([provider('/a')], '?signedOut=1')).toBeUndefined();
    expect(onlyWayIn([{ ...provider('/a'), key: 'dev' }], '')).toBeUndefined();
  });

  it('shows a code of ours and a reference, and no text that somebody put into the address', () => {
    const reference = '0199a1b2-0000-7000-8000-000000000000';
    expect(refusalIn(`?signInError=auth.staff-left&ref=${reference}`)).toEqual({ code: 'auth.staff-left', reference });
    expect(refusalIn('?signInError=auth.staff-left&ref=call+0900')).toEqual({
      code: 'auth.staff-left',
      reference: '-',
    });
    expect(refusalIn('?signInError=Your+account+is+locked')).toBeNull();
    expect(refusalIn('')).toBeNull();
  });

  it('does not carry a refusal into the next try', () => {
    const failed = { pathname: '/host/', search: '?signInError=auth.staff-left&ref=x&state=todo' };
    expect(signInAddress(provider('/a'), failed as Location)).toBe('/a?next=%2Fhost%2F%3Fstate%3Dtodo');
  });
});
