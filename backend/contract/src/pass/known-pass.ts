import { PASS_FLAG, type Certificate } from './certificate.js';
import type { PassFacts } from './decision.js';

/**
 * What a gate that does not know the pass may take from a verified certificate. All that the certificate leaves out is
 * unknown; a verdict on it is at best CONFIRM_ID.
 * @param campus the id of the campus with `certificate.campusNumber`
 */
export function passFromCertificate(certificate: Certificate, campus: string): PassFacts {
  const { flags, notBefore, notAfter } = certificate;
  return {
    knownBy: 'certificate',
    status: 'active',
    period: { from: notBefore * 1000, until: notAfter * 1000 },
    dailyHours: null,
    campus,
    gates: null,
    entries: null,
    reentry: true,
    plate: null,
    party: { companions: 0, together: (flags & PASS_FLAG.party) !== 0 },
    bearer: (flags & PASS_FLAG.bearer) !== 0,
    hostSuspended: false,
  };
}
