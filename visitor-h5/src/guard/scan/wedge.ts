import { isPassCode } from './pass-code.ts';

export type KeyPress = Pick<
  KeyboardEvent,
  'code' | 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey' | 'timeStamp'
>;

/**
 * `nothing`: a person's key, leave it alone. `typing`: the scanner is at work, keep the key from the page.
 * `code`: a whole pass. `foreign`: a scanner read something that is no pass.
 */
export type WedgeReading = { kind: 'nothing' | 'typing' | 'foreign' } | { kind: 'code'; code: string };

/** A longer silence begins a new scan; Bluetooth scanners pause for up to 200 ms. */
const SILENCE = 400;
/** Nobody types this many keys this fast. */
const BURST_LENGTH = 8;
const BURST_PACE = 35;

const marks: Record<string, string> = {
  Space: ' ',
  Minus: '-',
  Period: '.',
  Slash: '/',
  NumpadAdd: '+',
  NumpadSubtract: '-',
  NumpadMultiply: '*',
  NumpadDivide: '/',
  NumpadDecimal: '.',
};
const shiftedMarks: Record<string, string> = { Digit4: '$', Digit5: '%', Digit8: '*', Equal: '+', Semicolon: ':' };

const passCharacter = /^[0-9A-Za-z $%*+\-./:]$/;
const passText = /^[0-9A-Z $%*+\-./:]+$/;

/**
 * Reads a scanner that types like a keyboard. An input method turns the characters into `Process` and full-width
 * signs but leaves the physical keys alone, so those count where the character says nothing. Only when the system
 * hides the keys too does the text that was composed count.
 */
export class Wedge {
  private text = '';
  private keys = 0;
  private firstAt = 0;
  private lastAt = 0;

  press(press: KeyPress): WedgeReading {
    if (press.timeStamp - this.lastAt > SILENCE) this.forget();
    if (press.code === 'Enter' || press.code === 'NumpadEnter' || press.key === 'Enter') return this.end();
    if (press.ctrlKey || press.altKey || press.metaKey) return { kind: 'nothing' };
    const character = characterOf(press);
    if (!character) return { kind: 'nothing' };
    this.append(character, press.timeStamp);
    return { kind: this.text.includes('GH1:') || this.text.includes('GH2:') ? 'typing' : 'nothing' };
  }

  /** Text an input method put together; it counts when its keys were not seen. */
  compose(text: string, timeStamp: number): void {
    if (timeStamp - this.lastAt > SILENCE) this.forget();
    const plain = text.normalize('NFKC').toUpperCase();
    if (passText.test(plain) && !this.text.endsWith(plain)) this.append(plain, timeStamp);
  }

  private append(text: string, at: number): void {
    if (!this.text) this.firstAt = at;
    this.text += text;
    this.keys += 1;
    this.lastAt = at;
  }

  private end(): WedgeReading {
    const start = Math.max(this.text.lastIndexOf('GH1:'), this.text.lastIndexOf('GH2:'));
    const code = this.text.slice(start);
    const isBurst = this.keys >= BURST_LENGTH && (this.lastAt - this.firstAt) / this.keys < BURST_PACE;
    this.forget();
    if (start >= 0 && isPassCode(code)) return { kind: 'code', code };
    return { kind: isBurst ? 'foreign' : 'nothing' };
  }

  private forget(): void {
    this.text = '';
    this.keys = 0;
  }
}

function characterOf({ code, key, shiftKey }: KeyPress): string | undefined {
  if (passCharacter.test(key)) return key.toUpperCase();
  if (shiftKey && shiftedMarks[code]) return shiftedMarks[code];
  return /^Key([A-Z])$/.exec(code)?.[1] ?? /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1] ?? marks[code];
}
