import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { PARTS, wordsIn } from './page-words.ts';

const words = {
  'pass.title': '访客码',
  'pass.early': '未到时间',
  'apply.title': '预约入校',
  'status.pending': '审批中',
};

describe('the words of a page', () => {
  it('are those its sources spell out', () =>
    expect(wordsIn([`{{ t('pass.title') }}`, `t(isNew ? 'apply.title' : key)`], words)).toEqual({
      'pass.title': '访客码',
      'apply.title': '预约入校',
    }));

  it('and all that begin as a composed key does', () =>
    expect(Object.keys(wordsIn(['t(`pass.${state}`)', 't(`status.pen${rest}`)'], words))).toEqual([
      'pass.title',
      'pass.early',
      'status.pending',
    ]));

  it('but not what a word merely contains', () =>
    expect(wordsIn([`'my-pass.title'`, `"pass.titles"`], words)).toEqual({}));
});

describe('every address', () => {
  const router = readFileSync('src/visitor/router.ts', 'utf8');
  const routes = [...router.matchAll(/import\('\.\/([\w/]+\.vue)'\), words\.(\w+)\)/g)];

  it('is found in the list of routes', () => expect(routes.length).toBeGreaterThan(8));

  it.each(routes.map(([, page, part]) => [page!, part!]))('%s is among the pages whose words make %s', (page, part) =>
    expect(PARTS[part]).toContain(page),
  );
});
