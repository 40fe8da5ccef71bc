import { createECDH, createPrivateKey, randomBytes, sign } from 'node:crypto';
import { refuse } from '../lib/say.mjs';

/**
 * The phones of a visitor of a demo server: proves the number by the code in the outbox, moves every pass that is valid to
 * a new phone and shows codes. A real server has no outbox: there, scan what real phones show.
 */
export async function phonesOf(server, mobile) {
  const browser = new Browser(server);
  await browser.send('POST', '/api/visitor/codes', { mobile });
  const outbox = await browser.send('GET', '/api/dev/outbox');
  const message = outbox.find(({ template }) => template === 'one-time-code');
  await browser.send('POST', '/api/visitor/session', { mobile, code: /\d{6}/.exec(message?.text ?? '')?.[0] ?? '' });
  const passes = (await visitsOf(browser)).flatMap((visit) => visit.passes).filter(({ state }) => state === 'active');
  if (passes.length === 0) refuse('这个手机号名下没有有效的访客码。 This number has no valid pass.');
  const { signShort } = await import('@gatehouse/contract/pass/sign');
  return Promise.all(
    passes.map(async ({ id }) => {
      const phone = newPhone();
      const registration = { publicKey: base64url(phone.publicKey), secret: base64url(phone.secret), move: true };
      const view = await browser.send('POST', `/api/visitor/passes/${id}/key`, registration);
      // As the visitor's page does: windows count by the server's clock, not by this one's.
      const ahead = Date.parse(view.now) - Date.now();
      const code = () =>
        signShort({ secret: phone.secret, unixSeconds: (Date.now() + ahead) / 1000, sign: phone.sign });
      return { code };
    }),
  );
}

/** The approved visits in full: the rows of the list do not name passes. */
async function visitsOf(browser) {
  const { items } = await browser.send('GET', '/api/visitor/visits');
  const approved = items.filter(({ status }) => status === 'approved');
  return Promise.all(approved.map(({ id }) => browser.send('GET', `/api/visitor/visits/${id}`)));
}

function newPhone() {
  const pair = createECDH('prime256v1');
  const point = pair.generateKeys();
  const part = (from) => base64url(point.subarray(from, from + 32));
  const d = base64url(Buffer.concat([Buffer.alloc(32), pair.getPrivateKey()]).subarray(-32));
  const key = createPrivateKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', d, x: part(1), y: part(33) } });
  return {
    secret: randomBytes(12),
    publicKey: pair.getPublicKey(null, 'compressed'),
    sign: (message) => sign('sha256', message, { key, dsaEncoding: 'ieee-p1363' }),
  };
}

const base64url = (bytes) => Buffer.from(bytes).toString('base64url');

/** Just enough of a browser: it keeps cookies. */
class Browser {
  cookies = new Map();

  constructor(server) {
    this.server = server;
  }

  async send(method, path, body) {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { cookie, ...(body && { 'content-type': 'application/json' }) };
    const response = await fetch(new URL(path, this.server), { method, headers, body: body && JSON.stringify(body) });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name) this.cookies.set(name, value);
    }
    if (!response.ok) refuse(`${path}: ${response.status} ${await response.text()}`);
    return response.json().catch(() => ({}));
  }
}
