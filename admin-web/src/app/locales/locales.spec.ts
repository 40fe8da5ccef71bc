import { expect, it } from 'vitest';
import { messages as en } from './en';
import { type Messages, sumOf } from './sum';
import { messages as zh } from './zh';

const sources = import.meta.glob<string>(['../../**/*.{vue,ts}', '!../../**/*.spec.ts'], {
  query: '?raw',
  eager: true,
  import: 'default',
});

function keysOf(messages: Messages, path = ''): string[] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string' || Array.isArray(value) ? [path + key] : keysOf(value, `${path}${key}.`),
  );
}

function placeholdersOf(messages: Messages, key: string): string[] {
  const text = key
    .split('.')
    .reduce<Messages[string] | undefined>(
      (node, part) => (typeof node === 'object' && !Array.isArray(node) ? node[part] : undefined),
      messages,
    );
  return [...new Set(JSON.stringify(text).match(/\{\w+\}/g))].sort();
}

it('says the same things in both languages', () => {
  expect(keysOf(en).sort()).toEqual(keysOf(zh).sort());
});

it('fills the same gaps in both languages', () => {
  const different = keysOf(zh).filter((key) => placeholdersOf(zh, key).join() !== placeholdersOf(en, key).join());

  expect(different).toEqual([]);
});

it('has words for every key the pages ask for', () => {
  const known = new Set(keysOf(zh));
  const asked = Object.values(sources).flatMap((source) =>
    [...source.matchAll(/\bt\(\s*(?:[\w.?!' =]+ \? )?'([\w.-]+)'(?: : '([\w.-]+)')?/g)].flatMap(([, one, other]) =>
      [one, other].filter((key) => key !== undefined),
    ),
  );

  expect(asked.length).toBeGreaterThan(150);
  expect(asked.filter((key) => !known.has(key))).toEqual([]);
});

it('refuses two features that declare the same key', () => {
  expect(() => sumOf([{ visit: 'a' }, { visit: 'b' }])).toThrow('visit');
});
