import { type ErrorCode } from '@gatehouse/contract';

const SHORTEST = 12;
const LONG = 16;
const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\d/, /[^\p{L}\d]/u];

/** What is wrong with a password; null when it may be used. Long ones need no variety. */
export function passwordFault(password: string, login: string, forbidden: readonly string[]): ErrorCode | null {
  const characters = [...password];
  if (characters.length < SHORTEST) return 'setup.password-short';
  const plain = password.toLowerCase();
  if (
    [login, 'gatehouse', 'password', ...forbidden].some((word) => word.length > 2 && plain.includes(word.toLowerCase()))
  )
    return 'setup.password-personal';
  const variety = kinds.filter((kind) => kind.test(password)).length;
  if (new Set(characters).size < 6 || (variety < 3 && characters.length < LONG)) return 'setup.password-simple';
  return null;
}

/** 3–32 lower-case letters, digits, dots, hyphens; begins with a letter. */
export const isLogin = (login: string): boolean => /^[a-z][a-z0-9.-]{2,31}$/.test(login);
