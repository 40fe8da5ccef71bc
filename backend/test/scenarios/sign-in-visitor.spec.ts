import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Problem, type VisitorIdentity } from '@gatehouse/contract';
import { seedSmallCampus } from '../../seeds/small-campus.js';
import { House } from '../support/house.js';
import { cookieOf, newestCode, visitorSignIn } from '../support/sign-in.js';

let house: House;

beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

/** A number of its own for each story: limits per number must not reach from one into the next. */
let numbers = 0;
const aMobile = (): string => `1390000${String(++numbers).padStart(4, '0')}`;

const ask = (mobile: string, cookie?: string) =>
  house.post<Problem & { retryAfter: number }>('/api/visitor/codes', { mobile }, cookie ? { cookie } : {});

/** What the browser of this story was given with its codes. */
let browser = '';
async function askFor(mobile: string) {
  const answer = await ask(mobile);
  if (answer.status === 202) browser = cookieOf(answer, 'gatehouse_code');
  return answer;
}
const redeem = (mobile: string, code: string, cookie?: string) =>
  house.post<VisitorIdentity & Problem>(
    '/api/visitor/session',
    { mobile, code },
    { cookie: [browser, cookie].filter(Boolean).join('; ') },
  );
const session = (cookie: string) => house.get<VisitorIdentity>('/api/visitor/session', { cookie });
const wrong = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

async function codeFor(mobile: string): Promise<string> {
  await askFor(mobile);
  return newestCode(house);
}

describe('a visitor who proves a phone number', () => {
  it('gets a session of seven days that shows the number masked', async () => {
    const mobile = aMobile();
    const answer = await redeem(mobile, await codeFor(mobile));
    expect(answer).toMatchObject({ status: 200, body: { mobileMasked: `139****${mobile.slice(-4)}` } });
    expect(Date.parse(answer.body.expiresAt) - house.clock.now().getTime()).toBe(7 * 24 * 3_600_000);
    for (const line of [answer.headers['set-cookie']].flat())
      expect(line).toMatch(/^gatehouse_(visitor|known)=[\w-]{43};.*HttpOnly; SameSite=Lax$/);
    const cookie = cookieOf(answer, 'gatehouse_visitor');
    expect((await session(cookie)).body).toEqual(answer.body);
    house.clock.forward(7 * 24 * 3600);
    expect((await session(cookie)).status).toBe(401);
  });

  it('may type the number in any usual way', async () => {
    const mobile = aMobile();
    const code = await codeFor(`+86 ${mobile.slice(0, 3)}-${mobile.slice(3, 7)}-${mobile.slice(7)}`);
    expect((await redeem(mobile, code)).status).toBe(200);
  });

  it('signs out: on the server and in the browser', async () => {
    const cookie = await visitorSignIn(house, aMobile());
    const answer = await house.call('DELETE', '/api/visitor/session', { cookie });
    expect(answer.status).toBe(204);
    expect(String(answer.headers['set-cookie'])).toMatch(/^gatehouse_visitor=;/);
    expect((await session(cookie)).status).toBe(401);
  });

  it('gets a fresh session, and the one in the browser before ends', async () => {
    const first = await visitorSignIn(house, aMobile());
    const mobile = aMobile();
    const answer = await redeem(mobile, await codeFor(mobile), first);
    expect(cookieOf(answer, 'gatehouse_visitor')).not.toBe(first);
    expect((await session(first)).status).toBe(401);
  });

  it('leaves neither number, code nor token in the audit or in what waits for delivery', async () => {
    const mobile = aMobile();
    const code = await codeFor(mobile);
    const cookie = cookieOf(await redeem(mobile, code), 'gatehouse_visitor');
    const { rows } = await house.database.query(
      'select row_to_json(a)::text as line from audit_entry a union all select row_to_json(d)::text from delivery d',
    );
    const kept = JSON.stringify(rows);
    expect(rows.length).toBeGreaterThan(1);
    for (const secret of [mobile, `"${code}"`, cookie.split('=')[1] ?? '']) expect(kept).not.toContain(secret);
  });

  it('is no member of staff', async () => {
    const cookie = await visitorSignIn(house, aMobile());
    expect((await house.get('/api/auth/me', { cookie })).status).toBe(401);
    const renamed = cookie.replace('gatehouse_visitor', 'gatehouse_staff');
    expect((await house.get('/api/auth/me', { cookie: renamed })).status).toBe(401);
  });
});

describe('a code', () => {
  it('works once', async () => {
    const mobile = aMobile();
    const code = await codeFor(mobile);
    expect((await redeem(mobile, code)).status).toBe(200);
    expect(await redeem(mobile, code)).toMatchObject({ status: 401, body: { code: 'auth.code-wrong' } });
  });

  it('works once even when it arrives twice at the same moment', async () => {
    const mobile = aMobile();
    const code = await codeFor(mobile);
    const answers = await Promise.all(Array.from({ length: 6 }, () => redeem(mobile, code)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('lives for five minutes', async () => {
    const [early, late] = [aMobile(), aMobile()];
    const earlyCode = await codeFor(early);
    const first = browser;
    const lateCode = await codeFor(late);
    const second = browser;
    house.clock.forward(299);
    browser = first;
    expect((await redeem(early, earlyCode)).status).toBe(200);
    house.clock.forward(1);
    browser = second;
    expect(await redeem(late, lateCode)).toMatchObject({
      status: 401,
      body: { code: 'auth.code-expired', next: expect.stringMatching(/重新获取/) },
    });
  });

  it('dies with the fifth wrong try', async () => {
    const mobile = aMobile();
    const code = await codeFor(mobile);
    for (let tries = 0; tries < 5; tries++)
      expect((await redeem(mobile, wrong(code))).body.code).toBe('auth.code-wrong');
    expect(await redeem(mobile, code)).toMatchObject({ status: 401, body: { code: 'auth.code-used-up' } });
  });

  it('still works at the fifth try', async () => {
    const mobile = aMobile();
    const code = await codeFor(mobile);
    for (let tries = 0; tries < 4; tries++) expect((await redeem(mobile, wrong(code))).status).toBe(401);
    expect((await redeem(mobile, code)).status).toBe(200);
  });

  it('gives parallel guesses five tries together, not five each', async () => {
    const mobile = aMobile();
    const code = await codeFor(mobile);
    await Promise.all(Array.from({ length: 12 }, () => redeem(mobile, wrong(code))));
    expect((await redeem(mobile, code)).status).toBe(401);
    const { rows } = await house.database.query('select tries from one_time_code order by id desc limit 1');
    expect(rows).toEqual([{ tries: 5 }]);
  });

  it('makes the earlier code of the same number useless', async () => {
    const mobile = aMobile();
    const first = await codeFor(mobile);
    house.clock.forward(60);
    await ask(mobile, browser);
    const second = await newestCode(house);
    expect((await redeem(mobile, first)).status).toBe(first === second ? 200 : 401);
    expect((await redeem(mobile, second)).status).toBe(200);
  });

  it('opens no other number', async () => {
    const [mine, another] = [aMobile(), aMobile()];
    await askFor(another);
    const code = await codeFor(mine);
    expect((await redeem(another, code)).status).toBe(401);
  });

  it('is kept as a keyed hash and blanked from the message once it was sent in production', async () => {
    const production = await House.open({ env: { APP_MODE: 'production', PUBLIC_URL: 'https://gate.example.edu' } });
    await seedSmallCampus(production.app);
    const answer = await production.post('/api/visitor/codes', { mobile: aMobile() });
    expect(answer.status).toBe(202);
    const { rows } = await production.database.query<{ text_sealed: Buffer; state: string }>('select * from notice');
    expect(rows).toHaveLength(1);
    expect(rows[0]?.text_sealed.toString('latin1')).not.toMatch(/\d{6}/);
    expect((await production.get('/api/dev/outbox')).status).toBe(404);
    await production.close();
  });

  it.each(['12345', '1234567', 'abcdef', '١٢٣٤٥٦'])('cannot be %s', async (code) => {
    expect((await redeem(aMobile(), code)).status).toBe(422);
  });
});

describe('asking for a code', () => {
  it('answers the same for a number that was here before and for one that never was', async () => {
    const known = aMobile();
    await visitorSignIn(house, known);
    house.clock.forward(60);
    const [before, never] = [await askFor(known), await askFor(aMobile())];
    expect(before).toMatchObject({ status: 202, body: { retryAfter: 60 } });
    expect([never.status, never.body]).toEqual([before.status, before.body]);
  });

  it('answers a wrong code the same whether or not a code was ever sent', async () => {
    const asked = aMobile();
    const code = await codeFor(asked);
    const [sent, never] = [await redeem(asked, wrong(code)), await redeem(aMobile(), wrong(code))];
    const said = ({ status, body }: typeof sent) => [status, body.code, body.detail];
    expect(said(never)).toEqual(said(sent));
  });

  it('is refused again within a minute, also when both come at once', async () => {
    const mobile = aMobile();
    const answers = await Promise.all([askFor(mobile), askFor(mobile), askFor(mobile)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 429, 429]);
    house.clock.forward(60);
    expect((await askFor(mobile)).status).toBe(202);
  });

  it('is refused for the sixth time within an hour', async () => {
    const mobile = aMobile();
    for (let sent = 0; sent < 5; sent++) {
      expect((await askFor(mobile)).status).toBe(202);
      house.clock.forward(61);
    }
    expect(await askFor(mobile)).toMatchObject({ status: 429, body: { code: 'auth.code-too-many' } });
    house.clock.forward(3600);
    expect((await askFor(mobile)).status).toBe(202);
  });

  it.each(['12345', '', '+1', 'hello'])('says that %j is no number', async (mobile) => {
    const answer = await askFor(mobile);
    expect(answer).toMatchObject({ status: 422, body: { fields: [{ path: 'mobile' }] } });
  });
});

describe('a stranger who knows a number', () => {
  it('cannot use up the tries of its owner', async () => {
    const mobile = aMobile();
    const code = await codeFor(mobile);
    const owner = browser;
    for (const cookie of ['', 'gatehouse_code=guessed']) {
      browser = cookie;
      for (let tries = 0; tries < 6; tries++)
        expect((await redeem(mobile, wrong(code))).body.code).toBe('auth.code-wrong');
    }
    browser = owner;
    expect((await redeem(mobile, code)).status).toBe(200);
  });

  it('cannot open it with the code that another browser asked for', async () => {
    const mobile = aMobile();
    const code = await codeFor(mobile);
    browser = cookieOf(await ask(aMobile()), 'gatehouse_code');
    expect((await redeem(mobile, code)).status).toBe(401);
  });

  it('cannot keep its owner from getting a code where he proved it before', async () => {
    const mobile = aMobile();
    const known = cookieOf(await redeem(mobile, await codeFor(mobile)), 'gatehouse_known');
    for (let sent = 0; sent < 4; sent++) {
      house.clock.forward(61);
      expect((await ask(mobile)).status).toBe(202);
    }
    house.clock.forward(61);
    const stranger = await ask(mobile);
    expect(stranger.status).toBe(429);
    expect(Number(stranger.headers['retry-after'])).toBeGreaterThan(60);
    expect((await ask(mobile, known)).status).toBe(202);
    expect((await ask(aMobile(), known)).status).toBe(202);
  });

  it('finds the reserve small as well', async () => {
    const mobile = aMobile();
    const known = cookieOf(await redeem(mobile, await codeFor(mobile)), 'gatehouse_known');
    const statuses: number[] = [];
    for (let sent = 0; sent < 4; sent++) {
      house.clock.forward(61);
      statuses.push((await ask(mobile, known)).status);
    }
    expect(statuses).toEqual([202, 202, 202, 429]);
  });
});

describe('one network address', () => {
  it('cannot ask for codes without end by naming ever new numbers', async () => {
    const fresh = await House.open();
    const statuses: number[] = [];
    for (let asked = 0; asked < 61; asked++)
      statuses.push(
        (await fresh.post('/api/visitor/codes', { mobile: `1380000${String(asked).padStart(4, '0')}` })).status,
      );
    await fresh.close();
    expect(statuses.slice(0, 60).every((status) => status === 202)).toBe(true);
    expect(statuses[60]).toBe(429);
  });
});
