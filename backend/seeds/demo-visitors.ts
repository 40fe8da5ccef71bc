import { type INestApplicationContext } from '@nestjs/common';
import { type RequestVisitInput } from '@gatehouse/contract';
import { mod11Character } from '@gatehouse/contract/rules/mod-11-2';
import { type PartyMember } from '../src/visit/domain/party-member.js';
import { PartyVault } from '../src/visit/application/party-vault.js';
import { checkForm } from '../src/visit/application/visitor-form.js';
import { chineseName } from './chinese-names.js';
import { type Random } from './random.js';

/** Somebody who comes to the demo campus now and then: checked and sealed as if typed into the form. */
export interface DemoVisitor {
  person: PartyMember;
  plate: { number: string; matchKey: string } | null;
}

const MOST_AT_ONCE = 50;
const organisations =
  '个人 湖州市科技局 嘉兴市教育局 平湖市人民医院 浙江中天软件有限公司 杭州云帆信息技术有限公司 上海同济建设集团 宁波港务局 苏州工业园区精密仪器厂 ' +
  '浙江大学 复旦大学 南京农业大学 嘉兴日报社 平湖市第一中学 顺达物流有限公司 华东设计院 国网平湖供电公司 中国移动平湖分公司 海宁皮革研究所 平湖市消防救援大队';
const foreigners = [
  'Anna Schmidt',
  'John Miller',
  'Marie Dubois',
  'Kenji Tanaka',
  'Elena Petrova',
  'Lucas Silva',
  'Sofia Rossi',
];
const PLATE_LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';

/** Makes so many visitors. */
export async function makeVisitors(
  app: INestApplicationContext,
  random: Random,
  count: number,
  now: Date,
): Promise<DemoVisitor[]> {
  const forms = Array.from({ length: count }, (_, place) => checkForm(formOf(random, place), now));
  const vault = app.get(PartyVault, { strict: false });
  const sealed: PartyMember[] = [];
  for (let start = 0; start < forms.length; start += MOST_AT_ONCE)
    sealed.push(...(await vault.seal(forms.slice(start, start + MOST_AT_ONCE).flatMap(({ people }) => people))));
  return sealed.map((person, place) => ({ person, plate: forms[place]?.plate ?? null }));
}

/** Only what the check of the form reads. */
function formOf(random: Random, place: number): RequestVisitInput {
  const applicant = {
    ...identity(random, place),
    organisation: random.of(organisations.split(' ')),
    mobile: `1390000${String(place).padStart(4, '0')}`,
  };
  const plate = random.chance(0.4) ? aPlate(random) : undefined;
  return { applicant, companions: [], ...(plate && { plate }) } as unknown as RequestVisitInput;
}

function identity(random: Random, place: number): { name: string; documentKind: string; documentNumber: string } {
  const kind = random.weighted([
    [94, 'PRC_ID'],
    [4, 'PASSPORT'],
    [2, 'HKMO_PERMIT'],
  ] as const);
  if (kind === 'PASSPORT')
    return { name: random.of(foreigners), documentKind: kind, documentNumber: `C0${random.digits(6)}${place % 10}` };
  if (kind === 'HKMO_PERMIT')
    return { name: chineseName(random), documentKind: kind, documentNumber: `H0${random.digits(7)}` };
  return { name: chineseName(random), documentKind: kind, documentNumber: residentNumber(random, place) };
}

/** Well formed, but of nobody: `xx0000` names a whole province, and cards are issued by counties. */
function residentNumber(random: Random, place: number): string {
  const province = random.weighted([
    [60, '33'],
    [15, '31'],
    [15, '32'],
    [5, '41'],
    [5, '34'],
  ] as const);
  const birth = `${random.between(1958, 2004)}${String(random.between(1, 12)).padStart(2, '0')}${String(random.between(1, 28)).padStart(2, '0')}`;
  const body = `${province}0000${birth}${String(place % 1000).padStart(3, '0')}`;
  return `${body}${mod11Character(body)}`;
}

function aPlate(random: Random): string {
  const letter = () => PLATE_LETTERS[random.between(0, PLATE_LETTERS.length - 1)] ?? 'A';
  const place = random.weighted([
    [70, '浙F'],
    [12, '浙A'],
    [10, '沪A'],
    [8, '苏E'],
  ] as const);
  return random.chance(0.3)
    ? `${place}D${random.digits(5)}`
    : `${place}${random.digits(1)}${letter()}${random.digits(3)}`;
}
