import { describe, expect, it } from '@jest/globals';
import { SystemClock } from '../../kernel/clock.js';
import { type BlindIndex } from '../crypto/blind-index.js';
import { type KeyRing } from '../crypto/key-ring.js';
import { SearchWords } from './search-words.js';

const keys = { secret: () => Promise.resolve({ version: 1, secret: Buffer.alloc(32, 7), publicKey: null }) };
const blindIndex = { of: (kind: string, value: string) => Promise.resolve(Buffer.from(`${kind}:${value}`)) };
const words = new SearchWords(keys as unknown as KeyRing, blindIndex as unknown as BlindIndex, new SystemClock());
const kindsOf = async (text: string) => [...new Set((await words.meanings(text)).map(({ kind }) => kind))];

describe('typed words', () => {
  it.each([
    ['王', ['name']],
    ['王静', ['name']],
    ['wangj', ['name']],
    ['Smith', ['name']],
    ['13800138000', ['mobile', 'document', 'visit-number']],
    ['138 0013 8000', ['mobile', 'document']],
    ['007X', ['document-tail', 'plate-part']],
    ['8848', ['document-tail', 'plate-part']],
    ['12345678', ['document', 'pass-number', 'visit-number']],
    ['33050219950515007X', ['document', 'visit-number']],
    ['浙E12345', ['plate']],
    ['浙e·12345', ['plate']],
    ['E123', ['document-tail', 'plate-part']],
  ])('%s may mean %j', async (text, kinds) => {
    expect(await kindsOf(text)).toEqual(kinds);
  });

  it('find a plate whatever the camera took for O and I', async () => {
    expect(await words.meanings('浙EO1I23')).toEqual(await words.meanings('浙E01123'));
  });

  it('are read as pinyin and as letters when they are Latin', async () => {
    expect(await words.meanings('Wang Jing')).toEqual([
      { kind: 'name', grams: ['wa', 'an', 'ng', 'gj', 'ji', 'in', 'ng'], pinyin: '~wangjing' },
    ]);
  });
});

describe('the handle of typed words', () => {
  it('says nothing itself, and the words to the one who typed them', async () => {
    const handle = await words.handleOf(' 陈明 ', 'office');
    expect(Buffer.from(handle, 'base64url').toString('utf8')).not.toContain('陈');
    expect(await words.textOf(handle, 'office')).toBe('陈明');
    await expect(words.textOf(handle, 'somebody')).rejects.toThrow('request.malformed');
    await expect(words.textOf('made-up', 'office')).rejects.toThrow('request.malformed');
  });
});
