// @vitest-environment happy-dom
import { type PeriodValue } from '@gatehouse/contract/common';
import { mount } from '@vue/test-utils';
import { beforeEach, describe, expect, it } from 'vitest';
import { locale } from '../../shared/i18n.ts';
import { usualTerm } from './long-term.ts';
import LongTermPeriod from './LongTermPeriod.vue';

const terms = {
  purposes: ['delivery'],
  maxDays: 180,
  weekdays: [1, 2, 3, 4, 5, 6],
  dailyFrom: '06:00',
  dailyUntil: '22:00',
  leader: 'always' as const,
};

const now = Date.parse('2026-11-23T01:00:00Z');

function open() {
  const wrapper = mount(LongTermPeriod, {
    props: {
      terms,
      aheadDays: 30,
      now,
      modelValue: usualTerm(terms, now),
      'onUpdate:modelValue': (modelValue: PeriodValue | null) => wrapper.setProps({ modelValue }),
    },
  });
  const period = () => wrapper.props('modelValue') as PeriodValue;
  const day = (name: string) => wrapper.findAll('.term-day').find((button) => button.text() === name)!;
  return { wrapper, period, day };
}

describe('the choice of a long-term period', () => {
  beforeEach(() => (locale.value = 'zh'));

  it('begins with a whole period that can be sent as it is', () =>
    expect(open().period().weekly).toEqual({ weekdays: [1, 2, 3, 4, 5], from: '08:00', until: '18:00' }));

  it('takes days off and puts others on, and keeps the last one', async () => {
    const { period, day } = open();
    for (const name of ['周六', '周一', '周二', '周三', '周四', '周五']) await day(name).trigger('click');
    expect(period().weekly!.weekdays).toEqual([6]);
    await day('周六').trigger('click');
    expect(period().weekly!.weekdays).toEqual([6]);
    expect(day('周六').attributes('aria-pressed')).toBe('true');
  });

  it('offers no day that the policy has not, and no last day beyond the longest term', async () => {
    const { wrapper, period, day } = open();
    expect(day('周日')).toBeUndefined();
    const [, last] = wrapper.findAll('input[type=date]');
    expect(last!.attributes('max')).toBe('2027-05-22');
    await last!.setValue('2028-01-01');
    expect(period().until).toBe('2027-05-22T10:00:00.000Z');
  });

  it('moves the end of the day along when the day begins after it', async () => {
    const { wrapper, period } = open();
    await wrapper.findAll('select')[0]!.setValue('20:00');
    expect(period().weekly).toMatchObject({ from: '20:00', until: '22:00' });
  });
});
