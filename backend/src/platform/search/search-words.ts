import { Injectable } from '@nestjs/common';
import {
  checkIdentityDocument,
  DOCUMENT_KINDS,
  normaliseDocumentNumber,
} from '@gatehouse/contract/rules/identity-document';
import { checkMobile } from '@gatehouse/contract/rules/mobile-number';
import { checkPlate, plateMatchKey } from '@gatehouse/contract/rules/plate-number';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { gramsOf, PINYIN_MARK, type Sought } from '../../kernel/sought.js';
import { BlindIndex } from '../crypto/blind-index.js';
import { KeyRing } from '../crypto/key-ring.js';
import { open, seal } from '../crypto/sealed-box.js';

/**
 * Words that staff search with are personal data, and addresses end up in histories and logs. So an address carries the
 * words sealed: nobody but the server can read such a handle, and it works for the one who typed the words only.
 */
@Injectable()
export class SearchWords {
  constructor(
    private readonly keys: KeyRing,
    private readonly blindIndex: BlindIndex,
    private readonly clock: Clock,
  ) {}

  async handleOf(words: string, staffId: string): Promise<string> {
    const { secret } = await this.keys.secret('search-words');
    return seal(secret, words.normalize('NFKC').trim(), purposeOf(staffId)).toString('base64url');
  }

  /** Throws `request.malformed` for a handle of somebody else. */
  async textOf(handle: string, staffId: string): Promise<string> {
    const { secret } = await this.keys.secret('search-words');
    try {
      return open(secret, Buffer.from(handle, 'base64url'), purposeOf(staffId)).toString('utf8');
    } catch {
      throw new DomainError('request.malformed');
    }
  }

  /** What the words behind a handle may mean; null without a handle. */
  async behind(handle: string | undefined, staffId: string): Promise<Sought[] | null> {
    return handle ? this.meanings(await this.textOf(handle, staffId)) : null;
  }

  /** A name holds no digit and everything else holds one; then the shape decides, and may leave several meanings. */
  async meanings(text: string): Promise<Sought[]> {
    const words = text.normalize('NFKC').trim();
    if (!/\d/.test(words)) {
      const letters = words.toLowerCase().replace(/[^a-z]/g, '');
      const isLatin = /^[a-z\s'’.-]+$/i.test(words);
      return [{ kind: 'name', grams: gramsOf(words), pinyin: isLatin && letters ? PINYIN_MARK + letters : null }];
    }
    return [...(await this.numbers(words)), ...plates(words), ...ofVisits(words)];
  }

  private async numbers(words: string): Promise<Sought[]> {
    const found: Sought[] = [];
    const mobile = checkMobile(words, 'PASSPORT');
    if (mobile.ok) found.push({ kind: 'mobile', index: await this.blindIndex.of('mobile', mobile.number) });
    const number = normaliseDocumentNumber(words);
    for (const kind of /^[0-9A-Z]{6,}$/.test(number) ? DOCUMENT_KINDS : []) {
      if (!checkIdentityDocument(kind, number, this.clock.now().getTime()).ok) continue;
      found.push({ kind: 'document', index: await this.blindIndex.of('document', `${kind}|${number}`) });
    }
    if (/^[0-9A-Z]{4}$/i.test(words)) found.push({ kind: 'document-tail', tail: words.toUpperCase() });
    if (/^\d{8}$/.test(words)) found.push({ kind: 'pass-number', number: words });
    return found;
  }
}

const purposeOf = (staffId: string): string => `search:${staffId}`;

function plates(words: string): Sought[] {
  const key = plateMatchKey(words);
  if (checkPlate(key).ok) return [{ kind: 'plate', key }];
  const isPart = /^[\u4e00-\u9fff]?[A-Z0-9]{2,7}[\u4e00-\u9fff]?$/.test(key);
  return isPart ? [{ kind: 'plate-part', grams: gramsOf(key) }] : [];
}

const ofVisits = (words: string): Sought[] =>
  /^[A-Z]*\d[A-Z0-9-]{5,}$/i.test(words) ? [{ kind: 'visit-number', number: words.toUpperCase() }] : [];
