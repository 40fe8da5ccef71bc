// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { nextTick } from 'vue';
import { aBooking, anApplication } from '../testing/samples.ts';
import { emptyPerson } from './application.ts';
import { createForm } from './form.ts';

async function aForm() {
  const form = createForm();
  form.learn(aBooking());
  await form.loadChecks();
  return form;
}

afterEach(() => localStorage.clear());

describe('the form', () => {
  it('says nothing about a field until it was left', async () => {
    const form = await aForm();
    expect(form.errorAt('applicant.name')).toBeUndefined();
    form.touch('applicant.name');
    expect(form.errorAt('applicant.name')).toBe('check.name');
  });

  it('says everything about a step that is to be left', async () => {
    const form = await aForm();
    expect(form.check('people')).toBe(false);
    expect(form.errorAt('applicant.mobile')).toBeTruthy();
    expect(form.errorAt('reason')).toBeUndefined();
  });

  it('says nothing yet about a companion added after that', async () => {
    const form = await aForm();
    form.check('people');
    form.application.companions.push(emptyPerson());
    expect(form.errorAt('companions.0.name')).toBeUndefined();
    expect(form.isComplete('people')).toBe(false);
  });

  it('shows what the server refused at its field until the value changes', async () => {
    const form = await aForm();
    Object.assign(form.application, anApplication());
    form.application.companions.push({ ...emptyPerson(), name: '李雷', documentNumber: '330502199003071013' });
    form.refuse([{ path: 'companions.0.documentNumber', code: 'x', message: '此证件无法使用' }]);
    expect(form.errorAt('companions.0.documentNumber')).toBe('此证件无法使用');
    expect(form.isComplete('people')).toBe(false);
    form.application.companions[0]!.documentNumber = 'E1';
    expect(form.errorAt('companions.0.documentNumber')).toBeUndefined();
  });

  it('shows a refusal of a part at the field that stands for the whole', async () => {
    const form = await aForm();
    Object.assign(form.application, anApplication());
    form.refuse([{ path: 'period.until', code: 'policy.too-long', message: '太长' }]);
    expect(form.errorAt('period')).toBe('太长');
  });

  it('forgets unit and host with another campus', async () => {
    const form = await aForm();
    Object.assign(form.application, anApplication());
    form.chooseCampus('west');
    expect(form.application).toMatchObject({ campusId: 'west', unit: null, host: null });
  });

  it('chooses the only campus by itself', () => {
    const form = createForm();
    const booking = aBooking();
    form.learn({ ...booking, campuses: booking.campuses.slice(0, 1) });
    expect(form.application.campusId).toBe('east');
  });

  it('comes back as it was left, and not after it was sent or cleared', async () => {
    const form = await aForm();
    form.application.applicant.name = '陈小明';
    await nextTick();
    expect(createForm().application.applicant.name).toBe('陈小明');
    form.finish();
    expect(createForm().isRestored.value).toBe(false);

    const other = await aForm();
    other.application.applicant.name = '李雷';
    await nextTick();
    other.startAfresh();
    await nextTick();
    expect(createForm().application.applicant.name).toBe('');
  });
});
