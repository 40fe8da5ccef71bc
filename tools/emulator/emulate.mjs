import { parseArgs } from 'node:util';
import { inProject } from '../lib/places.mjs';
import { refuse } from '../lib/say.mjs';
import { GateDevice } from './gate-device.mjs';
import { scansIn } from './scans.mjs';
import { phonesOf } from './visitor-phone.mjs';

const HELP = `
npm run gate:emulate -- --token TOKEN [--server http://localhost:8080]   配对 pair; kept in --state (.data/emulator.json)
npm run gate:emulate -- --list FILE                                      逐行扫码 scan a list, one a line
npm run gate:emulate -- --visitor MOBILE                                 演示服务器上自带手机 make phones, on a demo server
npm run gate:emulate                                                     补传 only send what was kept

  --direction entry|exit   --gate NAME   --refuse (turn away whom the server admits)   --by NAME
  --offline (keep the scans, send nothing)   --batch 50   --shuffle (batches out of order)
  --twice (every request twice)   --skew SECONDS (a clock that is off)
`;
const options = {
  token: { type: 'string' },
  server: { type: 'string', default: 'http://localhost:8080' },
  state: { type: 'string', default: inProject('.data/emulator.json') },
  list: { type: 'string' },
  visitor: { type: 'string' },
  direction: { type: 'string', default: 'entry' },
  gate: { type: 'string' },
  by: { type: 'string', default: 'emulator' },
  refuse: { type: 'boolean', default: false },
  offline: { type: 'boolean', default: false },
  batch: { type: 'string', default: '50' },
  shuffle: { type: 'boolean', default: false },
  twice: { type: 'boolean', default: false },
  skew: { type: 'string', default: '0' },
  help: { type: 'boolean', default: false },
};
const tell = (facts) => process.stdout.write(`${JSON.stringify(facts)}\n`);

/** A gate device on the command line: pairs, scans, goes offline, replays. */
export async function emulate(args) {
  const chosen = optionsIn(args);
  if (chosen.help) return void process.stdout.write(HELP);
  const isCount = /^[1-9]\d*$/.test(chosen.batch) && /^-?\d+$/.test(chosen.skew);
  if (!isCount || !['entry', 'exit'].includes(chosen.direction)) refuse(HELP);
  if (chosen.token) {
    const { state } = await GateDevice.pair(chosen.state, chosen.server, chosen.token);
    tell({ paired: state.name, device: state.deviceId, gates: state.gates.map(({ name }) => name) });
  }
  const device = await GateDevice.paired(chosen.state, Number(chosen.skew));
  if (!chosen.offline) await upload(device, chosen);
  const phones = chosen.visitor ? await phonesOf(device.state.server, chosen.visitor) : [];
  const { direction } = chosen;
  for (const scan of chosen.list ? await scansIn(chosen.list, direction) : []) await scanned(device, scan, chosen);
  for (const phone of phones)
    await scanned(device, { direction, credential: { kind: 'code', value: await phone.code() } }, chosen);
  if (device.kept > 0) tell({ kept: device.kept });
}

async function scanned(device, scan, chosen) {
  const question = device.question(scan, device.gate(chosen.gate));
  if (chosen.offline) return device.keep(question, chosen.refuse ? 'refused' : 'admitted', chosen.by);
  const answer = await device.verdict(question);
  const again = chosen.twice ? await device.verdict(question) : answer;
  const { verdict, reason, person, text } = answer;
  tell({ verdict, reason, name: person?.name ?? null, says: text.zh, sameAgain: same(answer, again) });
  if (verdict !== 'admit') return;
  const outcome = chosen.refuse ? 'refused' : 'admitted';
  for (let time = 0; time < (chosen.twice ? 2 : 1); time++) {
    const { duplicate } = await device.outcome({ nonce: question.nonce, passage: answer.passage }, outcome, chosen.by);
    tell({ outcome, duplicate });
  }
}

async function upload(device, { batch, shuffle, twice }) {
  if (device.kept === 0) return;
  const kept = [...device.state.kept];
  const send = () => device.upload({ batchSize: Number(batch), shuffled: shuffle });
  for (const { nonce, status, forced, reason, incident } of await send())
    tell({ nonce, status, forced, reason, incident });
  if (!twice) return;
  device.state.kept = kept;
  for (const { nonce, status } of await send()) tell({ nonce, again: status });
}

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

function optionsIn(args) {
  try {
    return parseArgs({ args, options }).values;
  } catch (error) {
    return refuse(`${error.message}\n${HELP}`);
  }
}
