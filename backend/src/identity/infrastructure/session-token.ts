import { createHash } from 'node:crypto';
import { type Ids } from '../../kernel/ids.js';

/** 32 random bytes: nothing to guess and nothing to read in it. */
export const newToken = (ids: Ids): string => Buffer.from(ids.bytes(32)).toString('base64url');

/** What is kept of a token: whoever reads the table cannot sign in with it. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();
