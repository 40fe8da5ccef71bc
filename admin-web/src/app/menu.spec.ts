import { expect, it } from 'vitest';
import { staffWith } from '@/shared/testing/open-page';
import { features } from './features';
import { groupsOf, menuOf } from './menu';

const namesFor = (...permissions: Parameters<typeof staffWith>) =>
  menuOf(features, staffWith(...permissions)).map(({ name }) => name);

it('shows an approver nothing but what is his own', () => {
  expect(namesFor('approval.decide')).toEqual([
    'approvals',
    'my-visits',
    'invitations',
    'delegations',
    'opinions',
    'own-ledger',
    'approval-guide',
  ]);
});

it('shows an auditor what can be read and nothing that decides', () => {
  expect(namesFor('audit.read', 'visit.read', 'passage.read', 'dashboard.read')).toEqual([
    'dashboard',
    'visits',
    'long-term',
    'passages',
    'search',
    'people',
    'overstays',
    'muster',
    'audit',
    'reports',
  ]);
});

it('shows nothing before anybody is known', () => {
  expect(menuOf(features, null)).toEqual([]);
});

it('groups the entries in the order of the work and leaves out empty groups', () => {
  const entries = menuOf(features, staffWith('delivery.read', 'blacklist.read', 'approval.decide'));

  expect(groupsOf(entries).map(({ group }) => group)).toEqual(['own', 'protection', 'records']);
});

it('asks for a permission on every page inside the frame', () => {
  const open = features
    .flatMap(({ routes }) => routes.flatMap((route) => [route, ...(route.children ?? [])]))
    .filter(({ meta }) => !meta?.permission && !meta?.isForAll && !meta?.isPublic);

  expect(open).toEqual([]);
});
