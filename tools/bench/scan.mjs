// From a frame of the camera to the verdict on the screen, without network, in headless Chromium with a slow phone: the
// real guard page with a real bundle, real codes in noisy, turned frames, and the real decoder in its worker.
import { createCipheriv, createECDH, createPrivateKey, hkdfSync, randomBytes, randomUUID, sign } from 'node:crypto';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { openBrowser, servePages } from '../lib/canned-pages.mjs';
import { inProject } from '../lib/places.mjs';
import { say } from '../lib/say.mjs';

const CPU_SLOWDOWN = 4;
const SCANS = Number(process.env.BENCH_SCANS ?? 40);
const PASSES = 2_000;
const NOISE = 8;
const DAY_MS = 86_400_000;

const contract = (path) => import(pathToFileURL(inProject(`backend/contract/dist/${path}.js`)).href);
const { sealRecord } = await contract('bundle/records');
const { signBundle } = await contract('bundle/sign');
const { toBase64url } = await contract('bundle/base64url');
const { signShort } = await contract('pass/sign');
const fromH5 = createRequire(inProject('visitor-h5/package.json'));
const { default: encodeQr } = await import(pathToFileURL(fromH5.resolve('qr')).href);

const hkdf = (secret, info, length) => new Uint8Array(hkdfSync('sha256', secret, '', info, length));
const seal = (key, iv, plain, associated) => {
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(associated);
  return new Uint8Array(Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]));
};

function keyPair() {
  const pair = createECDH('prime256v1');
  const point = pair.generateKeys();
  const part = (from) => point.subarray(from, from + 32).toString('base64url');
  const jwk = { kty: 'EC', crv: 'P-256', d: pair.getPrivateKey().toString('base64url'), x: part(1), y: part(33) };
  const key = createPrivateKey({ format: 'jwk', key: jwk });
  return {
    publicKey: pair.getPublicKey('base64url', 'compressed'),
    sign: (message) => new Uint8Array(sign('sha256', message, { key, dsaEncoding: 'ieee-p1363' })),
  };
}

/** A visitor's phone, and what the bundle says of its pass. */
function aPass() {
  const secret = new Uint8Array(randomBytes(12));
  const { publicKey, sign: signer } = keyPair();
  const lookup = hkdf(secret, 'GH1 lookup', 16);
  const record = {
    passId: randomUUID(),
    keyNumber: 1,
    phoneKey: publicKey,
    facts: {
      status: 'active',
      period: { from: Date.now() - DAY_MS / 4, until: Date.now() + DAY_MS / 4 },
      dailyHours: null,
      gates: null,
      entries: null,
      reentry: true,
      plate: '浙E8D6K9',
      party: { companions: 1, together: false },
      bearer: false,
      hostSuspended: false,
    },
    screening: 'none',
    person: {
      name: '陈*明',
      documentMasked: '3***************13',
      documentTail: '0013',
      visitNumber: '20261122000001',
      unitName: '信息化办公室',
      hostName: '杨*',
      party: ['李*'],
    },
  };
  const recordKey = hkdf(secret, 'GH1 record', 32);
  const iv = new Uint8Array(randomBytes(12));
  const sealed = sealRecord(record, { recordKey, lookup, version: 1, iv, seal });
  return {
    code: () => signShort({ secret, unixSeconds: Date.now() / 1000, sign: signer }),
    entry: [toBase64url(lookup), 1, sealed],
  };
}

const passes = Array.from({ length: SCANS }, aPass);
const filler = Array.from({ length: PASSES - SCANS }, () => [
  randomBytes(16).toString('base64url'),
  1,
  randomBytes(700).toString('base64url'),
]);
const gate = { id: randomUUID(), name: '东门', nameEn: 'East Gate' };
const campus = { id: randomUUID(), name: '东校区', number: 1 };
const bundleKey = keyPair();
const entries = [...passes.map(({ entry }) => entry), ...filler];
const bundle = await signBundle(
  {
    format: 1,
    kind: 'full',
    campus,
    version: 1,
    base: 0,
    madeAt: new Date().toISOString(),
    horizonUntil: new Date(Date.now() + 1.5 * DAY_MS).toISOString(),
    policy: {
      graceMinutes: 30,
      reentry: 'after-exit',
      bundleMaxAgeMinutes: 2160,
      reserveSeconds: 20,
      campusClosed: false,
      confirmIdFor: ['number', 'document'],
      utcOffsetMinutes: 480,
    },
    gates: [gate],
    issuerKeys: [],
    bundleKeys: [{ id: 1, publicKey: bundleKey.publicKey }],
    campuses: [campus],
    passes: entries,
    presence: [],
    denied: [],
    muster: [],
    counts: { passes: entries.length, presence: 0, denied: 0, muster: 0 },
  },
  1,
  bundleKey.sign,
);

const now = () => new Date().toISOString();
const api = (path) =>
  ({
    '/api/gate/v1/devices/initialize': () => ({
      deviceId: randomUUID(),
      secret: 'bench',
      name: '测试',
      campus,
      gates: [gate],
      issuerKeys: [],
      bundleKeys: [{ id: 1, publicKey: bundleKey.publicKey }],
      now: now(),
    }),
    '/api/gate/v1/devices/heartbeat': () => ({ now: now(), skewSeconds: 0, inside: 0, gates: [gate] }),
    '/api/gate/v1/bundle': () => bundle,
  })[path]?.();

/** Runs in the page: a camera whose picture is drawn by the bench. */
function replaceCamera() {
  const canvas = document.createElement('canvas');
  canvas.width = 1280;
  canvas.height = 720;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  // a picture only when there is a new one: making pictures is not what a phone's processor does for its camera
  const stream = canvas.captureStream(0);
  const send = () => stream.getVideoTracks()[0].requestFrame();
  navigator.mediaDevices.getUserMedia = () => {
    setTimeout(window.hideFrame, 100);
    return Promise.resolve(stream);
  };
  window.showFrame = ({ rows, angle, side, noise, x, y }) => {
    context.fillStyle = '#6b6f66';
    context.fillRect(0, 0, 1280, 720);
    context.save();
    context.translate(640 + x, 360 + y);
    context.rotate(angle);
    const cell = side / rows.length;
    context.fillStyle = '#e6e6e6';
    context.fillRect(-side / 2, -side / 2, side, side);
    context.fillStyle = '#1c1c1c';
    rows.forEach((row, down) =>
      row.forEach((dark, across) => {
        if (dark) context.fillRect(-side / 2 + across * cell, -side / 2 + down * cell, cell + 0.5, cell + 0.5);
      }),
    );
    context.restore();
    const image = context.getImageData(0, 0, 1280, 720);
    for (let at = 0; at < image.data.length; at += 4) {
      const grain = (Math.random() + Math.random() + Math.random() - 1.5) * 2 * noise;
      for (let channel = 0; channel < 3; channel++) image.data[at + channel] += grain;
    }
    context.putImageData(image, 0, 0);
    send();
  };
  window.hideFrame = () => {
    context.fillStyle = '#6b6f66';
    context.fillRect(0, 0, 1280, 720);
    send();
  };
}

const sorted = (numbers) => [...numbers].sort((a, b) => a - b);
const at = (numbers, share) => sorted(numbers)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))] ?? 0;
const rounded = (number) => Number(number.toFixed(1));

/** How many times slower a worker of the page runs than without the slow-down: whether that reaches it. */
async function workerSlowdown(page, session) {
  const spin = () =>
    page.evaluate(
      () =>
        new Promise((resolve) => {
          const text = `let x = 0; const t = performance.now(); for (let i = 0; i < 3e7; i++) x += Math.sqrt(i); postMessage(performance.now() - t)`;
          const worker = new window.Worker(URL.createObjectURL(new window.Blob([text])));
          worker.onmessage = ({ data }) => resolve(data);
        }),
    );
  const best = async () => Math.min(...[await spin(), await spin(), await spin()]);
  const free = await best();
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
  return (await best()) / free;
}

const server = await servePages({ api });
const browser = await openBrowser(['--autoplay-policy=no-user-gesture-required']);
try {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    isMobile: true,
    locale: 'zh-CN',
    bypassCSP: true,
  });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await page.addInitScript(replaceCamera);
  await page.goto(`${server.url}/guard/#pair=bench`);
  const reach = await workerSlowdown(page, session);
  await page.getByLabel(/^姓名/).fill('测试');
  await page.getByRole('button', { name: '开始值班' }).click();
  await page.locator('.camera.on').waitFor();
  await page.waitForTimeout(3_000);
  await context.setOffline(true);

  const scale = reach > CPU_SLOWDOWN / 2 ? 1 : CPU_SLOWDOWN;
  say(
    `CPU ×${CPU_SLOWDOWN}; the worker ran ×${reach.toFixed(1)} slower${scale > 1 ? `, so its own time counts ×${scale}` : ''}`,
  );
  const rows = [];
  for (const pass of passes) {
    const frame = {
      rows: encodeQr(await pass.code(), 'raw', { ecc: 'medium', border: 4 }),
      angle: (Math.random() - 0.5) * 0.6,
      side: 340 + Math.random() * 120,
      noise: NOISE,
      x: (Math.random() - 0.5) * 160,
      y: (Math.random() - 0.5) * 80,
    };
    await page.evaluate((drawn) => {
      performance.clearMeasures();
      window.showFrame(drawn);
    }, frame);
    await page.locator('.screen.verdict').waitFor();
    const seen = await page.evaluate(() => {
      window.hideFrame();
      const look = document.querySelector('.screen.verdict')?.className ?? '';
      const steps = performance.getEntriesByType('measure').map(({ name, startTime, duration, detail }) => ({
        name,
        startTime,
        duration,
        reading: detail?.milliseconds ?? 0,
      }));
      return { look, steps };
    });
    if (!seen.look.includes('admit')) throw new Error(`not admitted: ${seen.look}`);
    const step = (name) => seen.steps.find((one) => one.name === `scan.${name}`);
    const more = step('decode').reading * (scale - 1);
    rows.push({
      reading: step('decode').reading * scale,
      decode: step('decode').duration + more,
      judge: step('judge').duration,
      rest: step('shown').startTime - step('decode').startTime - step('decode').duration - step('judge').duration,
      total: step('shown').startTime - step('decode').startTime + more,
    });
    await page.getByRole('button', { name: /^放行/ }).click();
    await page.locator('.screen').first().waitFor({ state: 'detached' });
  }
  const all = (key) => rows.map((row) => row[key]);
  for (const key of ['decode', 'reading', 'judge', 'rest']) say(`${key}: ${rounded(at(all(key), 0.5))} ms`);
  console.log(
    JSON.stringify({
      bench: 'scan',
      decode_ms: rounded(at(all('decode'), 0.5)),
      verify_decide_ms: rounded(at(all('judge'), 0.5)),
      total_p50_ms: rounded(at(all('total'), 0.5)),
      total_p95_ms: rounded(at(all('total'), 0.95)),
      scans: rows.length,
      passes_in_bundle: PASSES,
      cpu_slowdown: CPU_SLOWDOWN,
      worker_time_scaled_by: scale,
    }),
  );
} finally {
  await browser.close();
  server.close();
}
