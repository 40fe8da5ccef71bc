import type { Text } from '../common.js';
import type { RuleCode, RuleWarning } from './rule-code.js';

/** The sentence for each fault and warning, shown beside the field. */
export const RULE_TEXT: Readonly<Record<RuleCode | RuleWarning, Text>> = {
  'document.empty': { zh: '请填写证件号码', en: 'Please enter the document number' },
  'document.shape': { zh: '号码的格式与所选证件不符，请核对', en: 'The number does not fit the chosen document' },
  'document.length': {
    zh: '号码位数不对，请核对有没有多填或漏填',
    en: 'The number has too many or too few characters',
  },
  'document.region': {
    zh: '号码开头的地区代码不对，请核对前 6 位',
    en: 'The region code at the beginning is not right',
  },
  'document.birth-date': {
    zh: '号码中的出生日期不存在或在将来，请核对第 7 至 14 位',
    en: 'The birth date in the number (characters 7 to 14) does not exist or lies in the future',
  },
  'document.check-digit': {
    zh: '第 18 位校验码不对，请核对',
    en: 'The check character (the 18th) does not match, please compare with the document',
  },
  'document.legacy': {
    zh: '15 位旧号码已停用，请填写 18 位身份证号',
    en: '15-digit numbers are no longer issued, please enter the 18-digit one',
  },
  'document.other-kind': {
    zh: '这是另一种证件的号码，请重新选择证件类型',
    en: 'This number belongs to another kind of document, please choose that kind',
  },
  'mobile.shape': { zh: '手机号格式不对，请核对', en: 'This is not a mobile number, please check it' },
  'mobile.country': {
    zh: '使用居民身份证时请填写 11 位中国大陆手机号',
    en: 'With a resident identity card, please enter a mainland mobile number (11 digits)',
  },
  'plate.none': { zh: '请填写车牌号', en: 'Please enter the plate' },
  'plate.shape': {
    zh: '车牌号格式不对，请核对有没有多填或漏填',
    en: 'This is not a plate, please check its characters',
  },
  'name.length': { zh: '姓名长度不对，请填写完整姓名', en: 'Please enter the full name' },
  'name.shape': {
    zh: '姓名只能用汉字和间隔号“·”，或外文字母',
    en: 'A name consists of Chinese characters and middle dots, or of letters',
  },
  'document.taiwan-region': { zh: '71 开头的号码少见，请核对', en: 'Numbers beginning with 71 are rare, please check' },
  'plate.many-letters': { zh: '车牌号字母较多，请核对', en: 'The plate has many letters, please check' },
};
