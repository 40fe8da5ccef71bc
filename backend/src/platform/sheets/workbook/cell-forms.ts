import { cellText, momentText, serialOf, xmlText } from './cell-text.js';
import { STYLE } from './styles.js';

/** A cell in the two forms that it is written in: as JSON, which row hashes are made of, and as the end of its XML element. */
export interface CellForm {
  json: string;
  /** what follows `<c r="A1"`; empty where there is nothing to be seen */
  xml: string;
}

/** Longer texts are seldom the same twice. */
const SHORT = 24;
const MOST_KEPT = 10_000;
const EMPTY: CellForm = { json: 'null', xml: '' };
/** Anything else may mean something to a spreadsheet, to XML or to JSON. */
const PLAIN = /^[0-9A-Za-z\u4e00-\u9fff][0-9A-Za-z\u4e00-\u9fff :*.\-·]*$/;
const SPACE_AT_END = / $/;

/** Makes cells. A list says the same few words again and again: what is short is made once. */
export class CellForms {
  private readonly kept = new Map<string, CellForm>();
  private readonly clock = new MomentTexts();

  /** @param settled numbers as the file gives them back */
  constructor(
    private readonly isPlain: boolean,
    private readonly settled: (value: number) => number,
  ) {}

  of(value: string | number | Date | null): CellForm {
    if (value === null || value === '') return EMPTY;
    if (typeof value === 'string') return value.length > SHORT ? textForm(value) : this.short(value);
    if (typeof value === 'number') return numberForm(this.settled(value));
    if (!this.isPlain) return momentForm(value, this.settled);
    const text = this.clock.of(value);
    return { json: `"${text}"`, xml: ` t="inlineStr"><is><t>${text}</t></is></c>` };
  }

  private short(text: string): CellForm {
    const known = this.kept.get(text);
    if (known) return known;
    const form = textForm(text);
    if (this.kept.size >= MOST_KEPT) this.kept.clear();
    this.kept.set(text, form);
    return form;
  }
}

function textForm(text: string): CellForm {
  if (PLAIN.test(text) && text.length < 1_000 && !SPACE_AT_END.test(text))
    return { json: `"${text}"`, xml: ` t="inlineStr"><is><t>${text}</t></is></c>` };
  const safe = cellText(text);
  const space = /^\s|\s$|\n/.test(safe) ? ' xml:space="preserve"' : '';
  return { json: JSON.stringify(safe), xml: ` t="inlineStr"><is><t${space}>${xmlText(safe)}</t></is></c>` };
}

const numberForm = (value: number): CellForm => ({ json: JSON.stringify(value), xml: `><v>${value}</v></c>` });

const momentForm = (at: Date, settled: (value: number) => number): CellForm => ({
  json: JSON.stringify(settled(serialOf(at))),
  xml: ` s="${STYLE.moment}"><v>${serialOf(at)}</v></c>`,
});

const MINUTE_MS = 60_000;
const two = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'));

/** Moments as text: neighbours mostly lie in the same minute, whose text is made once. */
class MomentTexts {
  private minute = Number.NaN;
  private text = '';

  of(at: Date): string {
    const ms = at.getTime();
    const minute = Math.floor(ms / MINUTE_MS);
    if (minute !== this.minute) {
      this.text = momentText(new Date(minute * MINUTE_MS)).slice(0, -2);
      this.minute = minute;
    }
    return this.text + (two[Math.floor((ms - minute * MINUTE_MS) / 1000)] ?? '');
  }
}
