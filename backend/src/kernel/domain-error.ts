import { type ErrorCode } from '@gatehouse/contract/codes';

export interface FieldError {
  /** path in the request body */
  path: string;
  /** code of `contract/codes` or of `contract/rules` */
  code: string;
}

/** A broken rule. The code decides status and sentences (see `contract/codes`); details are for logs and never personal. */
export class DomainError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly details: Record<string, unknown> = {},
    readonly fields: FieldError[] = [],
  ) {
    super(code);
    this.name = 'DomainError';
  }
}
