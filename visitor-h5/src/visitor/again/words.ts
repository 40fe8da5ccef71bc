import { wordBook } from '../../shared/word-book.ts';

export const words = {
  zh: {
    again: '再约一次',
    againWith: '{host} · {unit}',
    lastTime: '上次的信息',
    lastTimeNote: '{name} · {document}，点一下就填好',
    use: '使用',
    retype: '改为重新填写',
    keptNote: '沿用以前核验过的信息，证件号码不再显示',
    addTitle: '以前的同行人',
    none: '没有可以添加的人了',
    gone: '没有找到那次来访，请重新填写。',
    loading: '正在填好上次的内容…',
  },
  en: {
    again: 'Book again',
    againWith: '{host} · {unit}',
    lastTime: 'As last time',
    lastTimeNote: '{name} · {document}: one tap fills this in',
    use: 'Use',
    retype: 'Enter it anew instead',
    keptNote: 'As checked before; the document number is not shown again',
    addTitle: 'Who came with you before',
    none: 'Nobody is left to add',
    gone: 'That visit was not found. Please fill in the form.',
    loading: 'Filling in as last time…',
  },
};

export const at = wordBook(words);
