import { type Locale } from '@gatehouse/contract';

/**
 * Carries a one-time code to a phone. Implemented by notice: what it keeps joins the running transaction, what it sends
 * leaves after the commit.
 */
export abstract class CodeSender {
  abstract send(mobile: string, code: string, locale: Locale): Promise<void>;
}

export { ForgetMobile } from './application/forget-mobile.js';
