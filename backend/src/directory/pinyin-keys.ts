import { pinyin } from 'pinyin-pro';

/** What a name can be found by when pinyin is typed: `王静` gives wangjing and wj. */
export interface PinyinKeys {
  full: string;
  initials: string;
}

/** Keys of a person's name: the surname readings count (单 shan, 尉迟 yuchi). Made when the directory is imported. */
export const personKeys = (name: string): PinyinKeys => keysOf(name, 'surname');

/** Keys of the name of a unit. */
export const unitKeys = (name: string): PinyinKeys => keysOf(name, 'normal');

function keysOf(name: string, mode: 'normal' | 'surname'): PinyinKeys {
  // `v` stands for ü, as on a keyboard.
  const syllables = pinyin(name, { toneType: 'none', type: 'array', mode, v: true })
    .map((syllable) => syllable.toLowerCase().replace(/[^a-z0-9]/g, ''))
    .filter((syllable) => syllable !== '');
  return { full: syllables.join(''), initials: syllables.map((syllable) => syllable[0]).join('') };
}
