import element from 'element-plus/es/locale/lang/en.mjs';
import signIn from '../../features/identity/locales/en.json';
import { sumOf } from './sum';
import shared from './en.json';

/** The words of the sign-in page, which need not wait for all the others. */
export const messages = sumOf([shared, signIn]);
export { element };
