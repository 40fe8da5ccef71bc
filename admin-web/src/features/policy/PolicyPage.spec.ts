import { type PolicyView } from '@gatehouse/contract';
import { DOMWrapper, flushPromises } from '@vue/test-utils';
import { beforeAll, expect, it } from 'vitest';
import { fakeServer, problem } from '@/shared/testing/fake-server';
import { openPage } from '@/shared/testing/open-page';
import policy from './module';

const screen = new DOMWrapper(document.body);
const routes = policy.routes.map((route) => ({ ...route, path: `/${route.path}` }));
const versions = [
  { version: 1, activeFrom: '2026-11-01T00:00:00Z', by: 'preset', reason: null, returnsTo: null, withdrawnBy: null },
];
const view: PolicyView = {
  version: 1,
  activeFrom: '2026-11-01T00:00:00Z',
  preset: 'huzhou',
  dials: [
    { key: 'party.maxCompanions', kind: 'number', value: 9, least: 0, most: 50 },
    { key: 'face.enabled', kind: 'switch', value: true },
  ],
  newest: 1,
  scheduled: null,
  draft: null,
  versions,
};
const theirs: PolicyView = {
  ...view,
  draft: {
    basedOn: 1,
    revision: 4,
    changes: [{ key: 'face.enabled', value: false }],
    by: '赵强',
    at: '2026-11-22T01:00:00Z',
  },
};
const button = (text: string) => screen.findAll('button').find((candidate) => candidate.text().startsWith(text));
const companions = () => screen.get<HTMLInputElement>('#dial-party\\.maxCompanions');

beforeAll(() =>
  Promise.all([
    import('./PolicyPage.vue'),
    import('./DryRunPanel.vue'),
    import('./PublishDialog.vue'),
    import('./VersionsTable.vue'),
    import('./QuotasField.vue'),
    import('./RulesField.vue'),
    import('./QuotaUse.vue'),
  ]),
);

it('loses nothing typed when somebody else kept the draft meanwhile, and keeps over it only when told again', async () => {
  let kept = 0;
  const requests = fakeServer({
    'GET /api/policy': () => Promise.resolve(Response.json(kept === 0 ? view : theirs)),
    'GET /api/policy/versions': versions,
    'GET /api/policy/quotas': [],
    'PUT /api/policy/draft': () =>
      Promise.resolve(
        ++kept === 1 ? problem(409, 'policy.draft-changed', '别人刚刚修改了这份草案。') : Response.json(theirs),
      ),
  });
  await openPage('/policy', routes, 'policy.read', 'policy.write');
  await flushPromises();
  await companions().setValue('3');
  await companions().trigger('change');
  await button('保存草案')?.trigger('click');
  await flushPromises();
  expect(screen.text()).toContain('别人刚刚修改了这份草案。');
  expect(screen.get('.note[role=alert]').text()).toMatch(/收集人脸照片.*同行人上限/);
  expect(companions().element.value).toBe('3');
  await button('保存草案')?.trigger('click');
  await flushPromises();
  const sent = requests.filter(({ route }) => route.startsWith('PUT')).map(({ body }) => body);
  expect(sent).toEqual([
    { basedOn: 1, revision: null, changes: [{ key: 'party.maxCompanions', value: 3 }] },
    { basedOn: 1, revision: 4, changes: [{ key: 'party.maxCompanions', value: 3 }] },
  ]);
});

it('publishes nothing while a version waits for its start, and offers to withdraw that one', async () => {
  const scheduled = { ...versions[0]!, version: 2, activeFrom: '2026-12-01T00:00:00Z', by: '孙丽', reason: '寒假' };
  fakeServer({
    'GET /api/policy': { ...view, newest: 2, scheduled, draft: { ...theirs.draft!, basedOn: 2 } },
    'GET /api/policy/versions': [scheduled, ...versions],
    'GET /api/policy/quotas': [],
  });
  await openPage('/policy', routes, 'policy.read', 'policy.write');
  await flushPromises();
  expect(screen.text()).toContain('第 2 版将于');
  expect(button('发布')?.attributes('disabled')).toBeDefined();
  expect(button('撤回')).toBeDefined();
});
