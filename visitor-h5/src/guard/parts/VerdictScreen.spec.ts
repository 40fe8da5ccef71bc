// @vitest-environment happy-dom
import { mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type VerdictAnswer } from '@gatehouse/contract/passage';
import { startI18n } from '../../shared/i18n.ts';
import { aRefusal, aVerdict } from '../support/verdicts.ts';
import { type Party, useParty } from '../scan/party.ts';
import VerdictScreen from './VerdictScreen.vue';

const question = { nonce: 'n', direction: 'entry' as const };
const LONG_AGO = 0;

function show(
  answer: VerdictAnswer,
  { shownAt = LONG_AGO, lapsed = false, party }: { shownAt?: number; lapsed?: boolean; party?: Party } = {},
) {
  return mount(VerdictScreen, { props: { answer, shownAt, lapsed, ...(party && { party }) }, attachTo: document.body });
}
const press = (key: string) => dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }));

describe('the verdict screen', () => {
  let screen: ReturnType<typeof show>;
  beforeEach(() => startI18n({ zh: () => import('../locales/zh.ts'), en: () => import('../locales/en.ts') }));
  afterEach(() => {
    screen.unmount();
    vi.useRealTimers();
  });

  it('says an admission in words of both languages, with sentence, next action and whom to compare', () => {
    screen = show(aVerdict(question));
    const words = ['可以放行', 'MAY PASS', '入校', '准予入校', 'Admit', '预约有效。', 'The visit is valid.'];
    const next = ['核对照片后放行。', 'Compare the photo.'];
    const person = ['陈*明', '330************21X', '浙ED12345', '李*', '已在校', '王*芳', '未在校'];
    for (const word of [...words, ...next, ...person]) expect(screen.text()).toContain(word);
    expect(screen.classes()).toContain('admit');
    expect(screen.find('.verdict-mark circle').exists()).toBe(true);
    expect(screen.findAll('.screen-buttons button').map((button) => button.text())).toEqual([
      expect.stringContaining('不放行'),
      expect.stringMatching(/^放行/),
    ]);
  });

  it('asks to look twice at a document, and only then', () => {
    const { person } = aVerdict(question);
    screen = show(aVerdict(question, { person: person && { ...person, lookTwice: true } }));
    expect(screen.text()).toContain('请再核对一次证件');
    screen.unmount();
    screen = show(aVerdict(question));
    expect(screen.text()).not.toContain('再核对一次');
  });

  it('says a refusal in words of both languages, and offers no way to admit', () => {
    screen = show(aRefusal(question));
    const words = [
      '不能放行',
      'DO NOT ADMIT',
      '还没到时间',
      'Too early',
      '来访时间从 14:00 开始。',
      '请访客 13:30 以后再来。',
    ];
    for (const word of words) expect(screen.text()).toContain(word);
    expect(screen.classes()).toContain('refuse');
    expect(screen.find('.verdict-mark circle').exists()).toBe(false);
    expect(screen.findAll('.screen-buttons button').map((button) => button.text())).toEqual([
      expect.stringContaining('重新扫码'),
      expect.stringContaining('知道了'),
    ]);
    press('Enter');
    expect(screen.emitted()).toHaveProperty('done');
    expect(screen.emitted()).not.toHaveProperty('admit');
  });

  it('has the others of the party ticked off, and says how many go through', async () => {
    const party = useParty({
      askServer: (asked) =>
        Promise.resolve(asked.credential.value.endsWith('|3') ? aRefusal(asked) : aVerdict(asked, { person: null })),
      giveBack: () => undefined,
      newNonce: () => crypto.randomUUID(),
      now: Date.now,
    });
    const answer = aVerdict(question);
    answer.person!.party.push({ person: 3, name: '赵*', inside: false });
    const asked = { ...question, credential: { kind: 'code' as const, value: 'GH1:X' }, gate: 'east', at: '' };
    party.begin(asked, answer);
    screen = show(answer, { party });
    const boxes = () => screen.findAll<HTMLInputElement>('.ticks input');
    expect(boxes().map(({ element }) => element.disabled)).toEqual([true, false, false]);
    await screen.find('.ticks-all').trigger('click');
    await vi.waitFor(() => expect(screen.text()).toContain('还没到时间'));
    expect(boxes().map(({ element }) => element.checked)).toEqual([false, true, false]);
    expect(screen.find('.screen-button:not(.quiet)').text()).toContain('放行 2 人');
    await screen.find('.plate-seen input').setValue(true);
    press('Enter');
    expect(screen.emitted('admit')).toEqual([['浙ED12345']]);
  });

  it('that this device gave alone asks everybody for the own code', () => {
    const here = { sighting: { lookup: null, passId: null, counter: null }, together: false };
    const answer = { ...aVerdict(question), here };
    answer.person!.party = [{ name: '李*', inside: false }];
    screen = show(answer);
    expect(screen.find('.ticks').exists()).toBe(false);
    expect(screen.text()).toContain('请逐个出示访客码');
  });

  it('stresses the document when it must be compared', () => {
    screen = show(aVerdict(question, { confirmDocument: true }));
    expect(screen.find('.verdict-next.confirm').exists()).toBe(true);
    expect(screen.find('.person-document.stressed').exists()).toBe(true);
  });

  it('admits on Enter, and asks for a reason on Escape', async () => {
    screen = show(aVerdict(question));
    press('Escape');
    await screen.vm.$nextTick();
    expect(document.body.textContent).toContain('为什么不放行？');
    press('Enter');
    expect(screen.emitted()).not.toHaveProperty('admit');
    document.querySelector<HTMLButtonElement>('.reasons .button')!.click();
    expect(screen.emitted('refuse')).toEqual([['人证不符']]);
  });

  it('ignores a key that was on its way before the verdict could be read', () => {
    screen = show(aVerdict(question), { shownAt: Date.now() });
    press('Enter');
    expect(screen.emitted()).not.toHaveProperty('admit');
  });

  it('tells when its time is over', () => {
    vi.useFakeTimers();
    screen = show(aVerdict(question, { expiresAt: new Date(Date.now() + 2_000).toISOString() }));
    vi.advanceTimersByTime(1_900);
    expect(screen.emitted()).not.toHaveProperty('lapse');
    vi.advanceTimersByTime(200);
    expect(screen.emitted()).toHaveProperty('lapse');
  });

  it('cannot admit any more once it has lapsed', () => {
    screen = show(aVerdict(question), { lapsed: true });
    expect(screen.text()).toContain('已超时');
    press('Enter');
    expect(screen.emitted()).not.toHaveProperty('admit');
    expect(screen.emitted()).toHaveProperty('scanAgain');
  });
});
