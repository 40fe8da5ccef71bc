import { DOMWrapper, flushPromises } from '@vue/test-utils';
import { expect, it } from 'vitest';
import { fakeServer, noContent } from '@/shared/testing/fake-server';
import { openPart } from '@/shared/testing/open-page';
import CaughtDialog from './CaughtDialog.vue';

const screen = new DOMWrapper(document.body);
const visit = {
  visitId: 'v1',
  number: '20261122000001',
  status: 'approved',
  campusName: '东校区',
  unitName: '计算机学院',
  applicantName: '陈*',
  period: { from: '2026-11-24T01:00:00Z', until: '2026-11-24T09:00:00Z' },
  livePasses: 2,
  inside: 0,
};
const danger = () => screen.get('.el-button--danger');

it('shows what is caught, and ends only what was chosen, with a reason', async () => {
  const pending = { ...visit, visitId: 'v2', status: 'pending', livePasses: 0 };
  const requests = fakeServer({
    'GET /api/blacklist/b1/caught': [visit, pending],
    'POST /api/blacklist/b1/caught': noContent,
  });
  await openPart(CaughtDialog, { entryId: 'b1' }, 'blacklist.write');
  await flushPromises();
  expect(screen.text()).toContain('涉及 2 个有效访客码、1 个待审批来访');
  expect(danger().attributes('disabled')).toBeDefined();
  await screen.findAll('input[type=checkbox]')[0]!.setValue(true);
  await screen.get('textarea').setValue('盗窃案在查');
  await flushPromises();
  await danger().trigger('click');
  await flushPromises();
  expect(requests.find(({ route }) => route.startsWith('POST'))).toMatchObject({
    route: 'POST /api/blacklist/b1/caught',
    body: { visitIds: ['v1'], reason: '盗窃案在查' },
  });
});
