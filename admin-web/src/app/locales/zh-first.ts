import element from 'element-plus/es/locale/lang/zh-cn.mjs';
import signIn from '../../features/identity/locales/zh.json';
import { sumOf } from './sum';
import shared from './zh.json';

/** The words of the sign-in page, which need not wait for all the others. */
export const messages = sumOf([shared, signIn]);
export { element };
