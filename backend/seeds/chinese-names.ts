import { type Random } from './random.js';

/** Surnames with their share of the population in per mille, the most frequent ones; some compound ones at the end. */
const surnames = weights(
  '王72 李71 张68 刘54 陈45 杨31 黄24 赵23 吴21 周20 徐17 孙15 马14 朱13 胡13 郭12 何12 林11 罗11 高10 郑9 梁9 谢8 宋7 唐7 ' +
    '许7 韩7 邓6 冯6 曹6 彭6 曾6 肖6 田5 董5 潘5 袁5 蔡5 蒋5 余5 于5 杜5 叶4 程4 魏4 苏4 吕4 丁4 任4 卢4 姚4 沈4 钟4 姜4 ' +
    '崔3 谭3 陆3 范3 汪3 廖3 石3 金3 韦3 贾3 夏3 付2 方2 邹2 熊2 白2 孟2 秦2 邱2 侯2 江2 尹2 薛2 闫2 段2 雷2 龙2 史2 陶2 ' +
    '贺2 毛2 郝2 顾2 龚2 邵2 万2 覃2 武2 钱2 戴2 严1 莫1 孔1 向1 常1 单1 查1 解1 翟1 欧阳2 上官1 司马1 诸葛1 尉迟1',
);

/** Given names by their characters: what stands first, what stands last. */
const given = [
  {
    first: '建 国 文 志 俊 子 嘉 宇 浩 梓 沐 瑞 泽 永 海 晓 小 明 德 立'.split(' '),
    last: '伟 强 磊 军 勇 杰 涛 超 刚 峰 辉 斌 鹏 飞 龙 林 凯 轩 宸 博 航 睿 阳 东 生 民 良 平'.split(' '),
  },
  {
    first: '秀 桂 春 玉 思 雨 佳 欣 诗 梦 雅 若 亦 晓 小 丽 慧 海 嘉 文'.split(' '),
    last: '芳 娜 敏 静 艳 娟 霞 英 华 兰 玲 红 梅 琳 洁 颖 怡 婷 雪 萍 莹 倩 蕾 薇 涵 妍 彤 悦 琪 瑶'.split(' '),
  },
];

/** A name as it could stand in any register: two or three characters, rarely four. */
export function chineseName(random: Random): string {
  const { first, last } = random.of(given);
  return `${random.weighted(surnames)}${random.chance(0.72) ? random.of(first) : ''}${random.of(last)}`;
}

function weights(text: string): [number, string][] {
  return text.split(' ').map((entry) => [Number(entry.replace(/\D/g, '')), entry.replace(/\d/g, '')]);
}
