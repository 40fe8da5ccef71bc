import { type CacheItem, type CacheProvider } from '@node-saml/passport-saml';
import { type SignInAttempts } from '../../application/sign-in-attempts.js';

/**
 * Lets the library ask which requests wait for an answer. Only asks: the library reads first and removes later, so that
 * two posts at once would both pass. Using a request up is one statement of ours, after everything else has held.
 */
export class RequestCache implements CacheProvider {
  constructor(
    private readonly attempts: SignInAttempts,
    private readonly provider: string,
    private readonly now: () => Date,
  ) {}

  saveAsync(_key: string, value: string): Promise<CacheItem> {
    return Promise.resolve({ value, createdAt: 0 });
  }

  /** Answers this moment for a request that waits: its age has been judged by the attempt's own end. */
  async getAsync(key: string): Promise<string | null> {
    const isWaiting = await this.attempts.isWaiting(key, this.provider, this.now());
    return isWaiting ? new Date().toISOString() : null;
  }

  removeAsync(key: string | null): Promise<string | null> {
    return Promise.resolve(key);
  }
}
