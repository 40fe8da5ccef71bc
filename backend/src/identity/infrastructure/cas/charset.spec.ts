import { describe, expect, it } from '@jest/globals';
import { decodeAnswer } from './charset.js';

const gbk = Buffer.from('cdf5c0cfcaa6', 'hex');

describe('the text of an answer', () => {
  it.each([
    ['the header says', Buffer.from('王老师'), 'text/xml; charset=UTF-8', '王老师'],
    ['the header says, in quotes', gbk, 'text/xml;charset="GBK"', '王老师'],
    [
      'the declaration says',
      Buffer.concat([Buffer.from('<?xml version="1.0" encoding="gb2312"?>'), gbk]),
      'text/xml',
      '<?xml version="1.0" encoding="gb2312"?>王老师',
    ],
    ['nothing says: UTF-8', Buffer.from('王老师'), 'application/xml', '王老师'],
    ['latin1 says: UTF-8 all the same', Buffer.from('王老师'), 'text/xml; charset=ISO-8859-1', '王老师'],
  ])('is read as %s', (_who, bytes, type, text) => expect(decodeAnswer(bytes, type)).toBe(text));

  it.each([
    [gbk, 'text/xml'],
    [Buffer.from('x'), 'text/xml; charset=klingon'],
  ])('is a failure where the bytes do not fit', (bytes, type) =>
    expect(() => decodeAnswer(bytes, type)).toThrow('cas.charset'),
  );
});
