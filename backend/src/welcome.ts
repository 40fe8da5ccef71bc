import { type INestApplicationContext } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { demoPeople, loadDemoCampus } from '../seeds/demo-campus.js';
import { offerDemoDevice } from '../seeds/demo-device.js';
import { MakeSetupLink } from './identity/application/make-setup-link.js';
import { SetupNeed } from './identity/application/setup-need.js';
import { type Settings } from './platform/settings.js';

/** What a start prints: links, and in a demo who can sign in. Loads the demo campus into an empty demo. */
export async function welcome(app: INestApplicationContext, settings: Settings): Promise<string> {
  const url = settings.PUBLIC_URL;
  const links = [
    ['访客 visitor', `${url}/visit/`],
    ['被访人 host', `${url}/host/`],
    ['门卫 guard', `${url}/guard/`],
    ['管理台 console', `${url}/console/`],
    ['接口 API', `${url}/api/docs`],
  ];
  const head = `\n  Gatehouse（传达室） ${settings.ORGANISATION}\n\n${lines(links)}`;
  if (!settings.isDemo) return `${head}${await firstSetup(app)}\n`;
  await loadDemoCampus(app);
  const token = await offerDemoDevice(app);
  const demo = [
    ['门卫设备 pair a gate device', token ? `${url}/guard/#pair=${token}` : '-'],
    ['短信 messages', `${url}/dev/outbox`],
  ];
  const people = demoPeople.map(({ number, name, what }) => [`${name} ${number}`, what]);
  return `${head}\n  演示 demo (preset ${settings.PRESET})\n${lines(demo)}\n  演示账号 demo sign-ins (no password: choose them on the sign-in page)\n${lines(people)}\n`;
}

/** Where nobody can administer yet: a link that works once, for a day. */
async function firstSetup(app: INestApplicationContext): Promise<string> {
  if (!(await app.get(SetupNeed, { strict: false }).isNeeded())) return '';
  const { url } = await app.get(CommandBus).execute(new MakeSetupLink('start'));
  return `\n  首次设置 first set-up（24 小时内有效，只能用一次 once, within 24 hours）\n    ${url}\n`;
}

/** Chinese characters are two columns wide in a terminal. */
const widthOf = (text: string): number =>
  [...text].reduce((width, character) => width + (character > '\u2e7f' ? 2 : 1), 0);

const lines = (rows: string[][]): string =>
  rows
    .map(([label = '', value = '']) => `    ${label}${' '.repeat(Math.max(1, 30 - widthOf(label)))}${value}\n`)
    .join('');
