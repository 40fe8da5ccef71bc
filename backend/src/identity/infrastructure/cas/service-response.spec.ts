import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readServiceResponse } from './service-response.js';

const answer = (inside: string, head = ''): string =>
  `${head}<cas:serviceResponse xmlns:cas="http://www.yale.edu/tp/cas">${inside}</cas:serviceResponse>`;
const success = (inside: string): string => answer(`<cas:authenticationSuccess>${inside}</cas:authenticationSuccess>`);
const reasonOf = (text: string): string => {
  try {
    readServiceResponse(text);
    return 'accepted';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('an answer to a validation', () => {
  it('names a user, with attributes as child elements, several values, and none that are empty', () => {
    const read = readServiceResponse(
      success(`<cas:user>host01</cas:user><cas:attributes>
        <cas:cn>王老师</cas:cn><cas:employeeNumber>0000051</cas:employeeNumber><cas:gid>12e5</cas:gid>
        <cas:affiliation>faculty</cas:affiliation><cas:affiliation>member</cas:affiliation><cas:mail></cas:mail>
      </cas:attributes>`),
    );
    expect(read).toEqual({
      user: 'host01',
      attributes: { cn: ['王老师'], employeeNumber: ['0000051'], gid: ['12e5'], affiliation: ['faculty', 'member'] },
    });
  });

  it('may write attributes as pairs, inside the box or beside it, and twice', () => {
    const read = readServiceResponse(
      success(`<cas:user>a</cas:user><cas:attributes><cas:cn>x</cas:cn><cas:attribute name="cn" value="x"/></cas:attributes>
        <cas:attribute name="ID_NUMBER" value="2019001"/>`),
    );
    expect(read.attributes).toEqual({ cn: ['x'], ID_NUMBER: ['2019001'] });
  });

  it('may use another prefix, another namespace, and a line break before its declaration', () => {
    const text = `\n<?xml version="1.0"?><sso:serviceResponse xmlns:sso="sso-namespace"><sso:authenticationSuccess>
      <sso:user> 2019001 </sso:user></sso:authenticationSuccess></sso:serviceResponse>`;
    expect(readServiceResponse(text).user).toBe('2019001');
  });

  it('decodes character references and leaves markup as text', () => {
    const read = readServiceResponse(
      success(
        `<cas:user>odd01</cas:user><cas:attributes><cas:cn>O&#x27;Neil &lt;b&gt;&amp;&#29579;</cas:cn></cas:attributes>`,
      ),
    );
    expect(read.attributes).toEqual({ cn: [`O'Neil <b>&王`] });
  });

  it('says no with the code of the specification', () => {
    expect(
      reasonOf(answer('<cas:authenticationFailure code="INVALID_TICKET">ST-secret</cas:authenticationFailure>')),
    ).toBe('cas.invalid-ticket');
    expect(reasonOf(answer('<cas:authenticationFailure code="王 ST-1">x</cas:authenticationFailure>'))).toBe(
      'cas.failure',
    );
  });

  const user = '<cas:user>a</cas:user>';
  it.each([
    ['no document', '', 'cas.not-an-answer'],
    ['plain text', 'no\n\n', 'cas.not-an-answer'],
    ['another document', '<html><body>login</body></html>', 'cas.not-an-answer'],
    ['two roots', success(user) + success(user), 'cas.not-an-answer'],
    ['an open element', success(user).slice(0, -5), 'cas.not-an-answer'],
    ['a DOCTYPE', answer('', '<!DOCTYPE x>'), 'cas.not-an-answer'],
    ['an entity', `<!DOCTYPE x [<!ENTITY u "admin">]>${success('<cas:user>&u;</cas:user>')}`, 'cas.not-an-answer'],
    ['neither success nor failure', answer(''), 'cas.ambiguous'],
    ['two successes', answer('<cas:authenticationSuccess/><cas:authenticationSuccess/>'), 'cas.ambiguous'],
    [
      'success and failure',
      answer('<cas:authenticationSuccess/><cas:authenticationFailure code="X"/>'),
      'cas.ambiguous',
    ],
    [
      'a success inside a failure',
      answer(
        `<cas:authenticationFailure code="INVALID_TICKET"><cas:authenticationSuccess>${user}</cas:authenticationSuccess></cas:authenticationFailure>`,
      ),
      'cas.invalid-ticket',
    ],
    ['no user', success(''), 'cas.user'],
    ['an empty user', success('<cas:user> </cas:user>'), 'cas.user'],
    ['two users', success(user + '<cas:user>b</cas:user>'), 'cas.user'],
    ['two users of two prefixes', success(`${user}<x:user xmlns:x="x">b</x:user>`), 'cas.user'],
    ['a user with an element inside', success('<cas:user>a<b>d</b></cas:user>'), 'cas.user'],
    [
      'a user only among the attributes',
      success('<cas:attributes><cas:user>a</cas:user></cas:attributes>'),
      'cas.user',
    ],
    ['a user with a line break', success('<cas:user>a\nb</cas:user>'), 'cas.user'],
    ['a proxied ticket', success(`${user}<cas:proxies><cas:proxy>https://x</cas:proxy></cas:proxies>`), 'cas.proxied'],
  ])('with %s is refused', (_what, text, reason) => expect(reasonOf(text)).toBe(reason));

  it('is not cut short by a comment in the user', () => {
    expect(readServiceResponse(success('<cas:user>admin<!-- x -->istrator</cas:user>')).user).toBe('administrator');
  });

  it('with names of JavaScript objects among the attributes changes nothing else', () => {
    const text = success(
      `${user}<cas:attributes><cas:__proto__>x</cas:__proto__><cas:constructor>y</cas:constructor></cas:attributes>`,
    );
    expect(['accepted', 'cas.not-an-answer']).toContain(reasonOf(text));
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });
});

describe('whatever is sent', () => {
  it('ends in a proof or a reason, never in another error', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '<cas:user>',
        '</cas:user>',
        'a',
        '<cas:authenticationSuccess>',
        '</cas:authenticationSuccess>',
        '&#x41;',
        '<!--',
        '-->',
        '<![CDATA[',
        ']]>',
        '<?x?>',
        '&lt;',
        '&u;',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const reason = reasonOf(answer(pieces.join('')));
        expect(reason === 'accepted' || /^cas\.[a-z-]+$/.test(reason)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('a value that was escaped comes out as it went in, and never becomes a user', () => {
    const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0) ?? 0};`);
    const value = fc
      .string({ unit: fc.constantFrom(...'ab<>&"\'/;#王 x01'), minLength: 1, maxLength: 40 })
      .filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(value, (text) => {
        const read = readServiceResponse(
          success(`<cas:user>u</cas:user><cas:attributes><cas:cn>${escaped(text)}</cas:cn></cas:attributes>`),
        );
        expect(read).toEqual({ user: 'u', attributes: { cn: [text.trim()] } });
      }),
      { numRuns: 500 },
    );
  });
});
