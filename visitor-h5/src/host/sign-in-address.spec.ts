import { describe, expect, it } from 'vitest';
import { signInAddress } from './sign-in-address.ts';

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
