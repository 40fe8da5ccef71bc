import { describe, expect, it } from 'vitest';
import { Wedge, type KeyPress, type WedgeReading } from './wedge.ts';

const CODE = 'GH1:AB9 $%*+-./:Z';
const shiftedKeys: Record<string, string> = {
  $: 'Digit4',
  '%': 'Digit5',
  '*': 'Digit8',
  '+': 'Equal',
  ':': 'Semicolon',
};
const plainKeys: Record<string, string> = { ' ': 'Space', '-': 'Minus', '.': 'Period', '/': 'Slash' };

function codeOf(character: string): Pick<KeyPress, 'code' | 'shiftKey'> {
  if (/[A-Z]/.test(character)) return { code: `Key${character}`, shiftKey: true };
  if (/\d/.test(character)) return { code: `Digit${character}`, shiftKey: false };
  const shifted = shiftedKeys[character];
  return shifted ? { code: shifted, shiftKey: true } : { code: plainKeys[character]!, shiftKey: false };
}

/** A scanner at a computer; `shows` is what the system makes of each character. */
function aScanner({ shows = (character: string) => character, pace = 8, hidesKeys = false } = {}) {
  const wedge = new Wedge();
  let at = 1_000;
  const press = (over: Partial<KeyPress>): WedgeReading =>
    wedge.press({
      code: '',
      key: '',
      shiftKey: false,
      ctrlKey: false,
      altKey: false,
      metaKey: false,
      timeStamp: (at += pace),
      ...over,
    });
  const type = (text: string) =>
    [...text].map((character) =>
      press({ ...codeOf(character), key: shows(character), ...(hidesKeys && { code: '' }) }),
    );
  const enter = () => press({ code: 'Enter', key: 'Enter' });
  const scan = (text: string) => (type(text), enter());
  return { wedge, press, type, enter, scan, wait: (milliseconds: number) => (at += milliseconds), now: () => at };
}

describe('a scanner that types', () => {
  it('gives a whole pass at Enter', () => {
    expect(aScanner().scan(CODE)).toEqual({ kind: 'code', code: CODE });
  });

  it('is read by its keys when an input method swallows the characters', () => {
    expect(aScanner({ shows: () => 'Process' }).scan(CODE)).toEqual({ kind: 'code', code: CODE });
  });

  it('is read by its keys when an input method makes full-width signs', () => {
    const fullWidth: Record<string, string> = { ':': '：', $: '￥', '/': '、', '.': '。' };
    expect(aScanner({ shows: (character) => fullWidth[character] ?? character }).scan(CODE)).toEqual({
      kind: 'code',
      code: CODE,
    });
  });

  it('is read by its characters when the system hides the keys', () => {
    expect(aScanner({ hidesKeys: true }).scan(CODE)).toEqual({ kind: 'code', code: CODE });
  });

  it('is read by the composed text when keys and characters are hidden', () => {
    const scanner = aScanner();
    scanner.wedge.compose('ｇｈ１：ABC123', scanner.now() + 5);
    expect(scanner.enter()).toEqual({ kind: 'code', code: 'GH1:ABC123' });
  });

  it('does not count composed text whose keys were seen, whatever the input method made of them', () => {
    const scanner = aScanner({ shows: () => 'Process' });
    scanner.type('GH1:ABC');
    scanner.wedge.compose('abc', scanner.now());
    scanner.type('DE');
    scanner.wedge.compose('的', scanner.now());
    scanner.type('123');
    expect(scanner.enter()).toEqual({ kind: 'code', code: 'GH1:ABCDE123' });
  });

  it('with caps lock reversed still gives capital letters', () => {
    expect(aScanner({ shows: (character) => character.toLowerCase() }).scan('GH2:XYZ')).toEqual({
      kind: 'code',
      code: 'GH2:XYZ',
    });
  });

  it('keeps its keys from the page once the prefix is known, so that a space presses no button', () => {
    const kinds = aScanner()
      .type('GH1: A')
      .map(({ kind }) => kind);
    expect(kinds).toEqual(['nothing', 'nothing', 'nothing', 'typing', 'typing', 'typing']);
  });

  it('survives the pauses of Bluetooth', () => {
    expect(aScanner({ pace: 200 }).scan(CODE)).toEqual({ kind: 'code', code: CODE });
  });

  it('loses what came before a long silence', () => {
    const scanner = aScanner();
    scanner.type('GH1:ABC');
    scanner.wait(1_000);
    scanner.type('XYZ');
    expect(scanner.enter().kind).not.toBe('code');
  });

  it('finds the pass behind keys that were typed just before', () => {
    expect(aScanner().scan(`12${CODE}`)).toEqual({ kind: 'code', code: CODE });
  });

  it('reports a code that is no pass', () => {
    expect(aScanner().scan('HTTP://EXAMPLE.ORG/1').kind).toBe('foreign');
  });
});

describe('a person', () => {
  it('presses Enter for the page', () => {
    expect(aScanner().enter()).toEqual({ kind: 'nothing' });
  });

  it('types slowly and is left alone', () => {
    expect(aScanner({ pace: 150 }).scan('330102199').kind).toBe('nothing');
  });

  it('uses shortcuts undisturbed', () => {
    expect(aScanner().press({ code: 'KeyR', key: 'r', ctrlKey: true })).toEqual({ kind: 'nothing' });
  });
});
