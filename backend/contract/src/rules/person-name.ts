import { fault, type RuleFault } from './rule-code.js';

export interface AcceptedName {
  readonly ok: true;
  /** Normalised, as stored. */
  readonly name: string;
}

const CHINESE = /^\p{Script=Han}+(·\p{Script=Han}+)*$/u;
const FOREIGN = /^\p{L}[\p{L}\p{M}]*([ '’.,·-]+\p{L}[\p{L}\p{M}]*)*\.?$/u;
const COMPOUND_SURNAMES = new Set(
  (
    '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 ' +
    '仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 ' +
    '段干 百里 呼延 东郭 南门 羊舌 微生 梁丘 左丘 东门 西门 第五'
  ).split(' '),
);

/** NFKC, one kind of middle dot, single spaces, none between Chinese characters. */
export function normaliseName(raw: string): string {
  return raw
    .normalize('NFKC')
    .replace(/[•・‧∙⋅●．]/g, '·')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/([\p{Script=Han}·]) (?=[\p{Script=Han}·])/gu, '$1');
}

/** Checks a name as typed: Chinese 2–30 characters including `·`, foreign 2–60 letters with spaces, `'`, `-`, `.`. */
export function checkName(raw: string): AcceptedName | RuleFault {
  const name = normaliseName(raw);
  const length = Array.from(name).length;
  const chinese = CHINESE.test(name);
  if (length < 2 || length > (chinese ? 30 : 60)) return fault('name.length');
  return chinese || FOREIGN.test(name) ? { ok: true, name } : fault('name.shape');
}

/**
 * Chinese: the surname stays, one star for each other character (张**, 欧阳*). Foreign: the first letter of each word,
 * three stars whatever the length (J*** S***).
 */
export function maskName(name: string): string {
  const characters = Array.from(name);
  if (!CHINESE.test(name)) {
    return name
      .split(/[ ·]+/)
      .map((word) => `${Array.from(word)[0] ?? ''}***`)
      .join(' ');
  }
  const kept = characters.length > 2 && COMPOUND_SURNAMES.has(name.slice(0, 2)) ? 2 : 1;
  return characters.slice(0, kept).join('') + '*'.repeat(characters.length - kept);
}
