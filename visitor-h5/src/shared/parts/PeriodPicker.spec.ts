// @vitest-environment happy-dom
import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import { type PeriodValue } from '@gatehouse/contract/common';
import { instantOf, periodText } from '../campus-time.ts';
import { type PeriodLimits } from '../period-limits.ts';
import PeriodPicker from './PeriodPicker.vue';

const span: PeriodLimits = {
  mode: 'span',
  maxDays: 2,
  maxAheadDays: 5,
  leadMinutes: 0,
  dailyFrom: '07:00',
  dailyUntil: '22:00',
  graceMinutes: 0,
  closedDays: ['2026-11-24'],
};

function show(limits: PeriodLimits, held: PeriodValue | null = null) {
  const wrapper = mount(PeriodPicker, {
    props: {
      limits,
      now: instantOf('2026-11-22', '06:00'),
      modelValue: held,
      'onUpdate:modelValue': (modelValue: PeriodValue | null) => wrapper.setProps({ modelValue }),
    },
  });
  const day = (index: number) => wrapper.findAll('button.day')[index]!;
  const selects = () => wrapper.findAll('select');
  const text = () => {
    const period = wrapper.props('modelValue');
    return (
      period &&
      periodText(period, 'zh')
        .replace(/\u00a0/g, ' ')
        .replace(/\u2060/g, '')
    );
  };
  return { wrapper, day, selects, text };
}

describe('the period picker', () => {
  it('offers the days of the policy, with closed ones disabled', () => {
    const { wrapper, day } = show(span);
    expect(wrapper.findAll('button.day')).toHaveLength(6);
    expect(day(2).attributes('disabled')).toBeDefined();
    expect(day(3).attributes('disabled')).toBeUndefined();
  });

  it('proposes two hours from nine, and lets both ends be chosen', async () => {
    const { day, selects, text } = show(span);
    await day(0).trigger('click');
    expect(text()).toBe('11月22日 周日 09:00 – 11:00');
    await selects()[0]!.setValue('14:00');
    expect(text()).toBe('11月22日 周日 14:00 – 16:00');
    await selects().at(-1)!.setValue('20:30');
    expect(text()).toBe('11月22日 周日 14:00 – 20:30');
  });

  it('reaches over days up to the longest visit', async () => {
    const { day, selects, text } = show(span);
    await day(0).trigger('click');
    expect(selects()[1]!.findAll('option')).toHaveLength(2);
    await selects()[1]!.setValue('2026-11-23');
    expect(text()).toBe('11月22日 周日 09:00 – 11月23日 周一 11:00');
  });

  it('offers no last day where the next one is closed', async () => {
    const { day, selects } = show(span);
    await day(1).trigger('click');
    expect(selects()).toHaveLength(2);
  });

  it('shows a period held between the half hours, and keeps what is not touched', async () => {
    const at = (time: string) => new Date(instantOf('2026-11-22', time)).toISOString();
    const { selects, text } = show(span, { from: at('14:50'), until: at('18:50') });
    expect(selects().map(({ element }) => element.value)).toEqual(['14:50', '2026-11-22', '18:50']);
    await selects()[0]!.setValue('15:00');
    expect(text()).toBe('11月22日 周日 15:00 – 18:50');
    await selects().at(-1)!.setValue('19:00');
    expect(text()).toBe('11月22日 周日 15:00 – 19:00');
  });

  it('chooses whole days with fixed hours in daily mode', async () => {
    const { day, selects, text } = show({ ...span, mode: 'daily', dailyUntil: '23:00' });
    await day(0).trigger('click');
    expect(text()).toBe('11月22日 周日 07:00 – 23:00');
    await selects()[0]!.setValue('2026-11-23');
    expect(text()).toBe('11月22日 周日 07:00 – 11月23日 周一 23:00');
  });
});
