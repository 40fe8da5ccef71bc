import element from 'element-plus/es/locale/lang/zh-cn.mjs';
import { type Messages, sumOf } from './sum';
import shared from './zh.json';

const features = import.meta.glob<Messages>('../../features/*/locales/zh.json', { eager: true, import: 'default' });

export const messages = sumOf([shared, ...Object.values(features)]);
export { element };
