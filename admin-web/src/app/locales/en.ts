import element from 'element-plus/es/locale/lang/en.mjs';
import { type Messages, sumOf } from './sum';
import shared from './en.json';

const features = import.meta.glob<Messages>('../../features/*/locales/en.json', { eager: true, import: 'default' });

export const messages = sumOf([shared, ...Object.values(features)]);
export { element };
