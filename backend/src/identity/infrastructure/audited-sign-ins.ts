import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { actAs } from '../../platform/scope.js';
import { type ProviderChange, type Signer, SignInJournal } from '../application/sign-in-journal.js';

/** Visitors stand in the audit by the blind index of their number. */
const visitor = (mobileIndex: Buffer) => ({ kind: 'visitor', id: mobileIndex.toString('hex') });

@Injectable()
export class AuditedSignIns extends SignInJournal {
  constructor(private readonly audit: AuditLog) {
    super();
  }

  signedIn(staff: Signer, provider: string): Promise<void> {
    actAs({ kind: 'staff', id: staff.id, name: staff.name });
    return this.audit.append('auth.signed-in', { kind: 'staff', id: staff.id }, { provider });
  }

  refused(provider: string, staff: Signer | null, reason: string): Promise<void> {
    return this.audit.append('auth.sign-in-refused', { kind: 'staff', id: staff?.id ?? '-' }, { provider, reason });
  }

  setupLinkMade(accountId: string | null): Promise<void> {
    return this.audit.append('auth.setup-link-made', { kind: 'local-account', id: accountId ?? 'new' });
  }

  signedOut(staffId: string): Promise<void> {
    return this.audit.append('auth.signed-out', { kind: 'staff', id: staffId });
  }

  sessionEnded(staffId: string, by: 'provider' | 'owner', provider: string | null): Promise<void> {
    return this.audit.append(
      'auth.session-ended',
      { kind: 'staff', id: staffId },
      { by, ...(provider && { provider }) },
    );
  }

  providerChanged({ key, ...change }: ProviderChange): Promise<void> {
    return this.audit.append('auth.provider-changed', { kind: 'sign-in-provider', id: key }, { ...change });
  }

  visitorSignedIn(mobileIndex: Buffer): Promise<void> {
    actAs({ ...visitor(mobileIndex), kind: 'visitor', name: '' });
    return this.audit.append('auth.visitor-signed-in', visitor(mobileIndex));
  }

  visitorRefused(mobileIndex: Buffer): Promise<void> {
    return this.audit.append('auth.visitor-refused', visitor(mobileIndex));
  }

  visitorSignedOut(mobileIndex: Buffer): Promise<void> {
    return this.audit.append('auth.visitor-signed-out', visitor(mobileIndex));
  }
}
