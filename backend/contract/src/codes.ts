import { approvalCodes } from './codes/approval-codes.js';
import { everywhereCodes } from './codes/everywhere-codes.js';
import { gateCodes } from './codes/gate-codes.js';
import { identityCodes } from './codes/identity-codes.js';
import { invitationCodes } from './codes/invitation-codes.js';
import { officeCodes } from './codes/office-codes.js';
import { operationsCodes } from './codes/operations-codes.js';
import { photoCodes } from './codes/photo-codes.js';
import { policyCodes } from './codes/policy-codes.js';
import { visitCodes } from './codes/visit-codes.js';

export type { CodeText } from './codes/code-text.js';

/** Every error code once. Gate refusals are not errors: their reasons live in `pass/reason-text`. */
export const codes = {
  ...photoCodes,
  ...invitationCodes,
  ...everywhereCodes,
  ...visitCodes,
  ...identityCodes,
  ...approvalCodes,
  ...policyCodes,
  ...officeCodes,
  ...gateCodes,
  ...operationsCodes,
} as const;

export type ErrorCode = keyof typeof codes;
