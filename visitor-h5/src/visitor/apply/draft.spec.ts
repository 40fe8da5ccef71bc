// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { anApplication } from '../testing/samples.ts';
import { emptyApplication } from './application.ts';
import { isWorthKeeping, loadDraft, recallKey, rememberKey, saveDraft } from './draft.ts';
import { dropDraft } from './kept-draft.ts';

const now = Date.parse('2026-11-22T02:00:00Z');
const stored = () => Object.values({ ...localStorage }).join();

function savedDraft() {
  const application = anApplication(now);
  application.companions.push({ name: '李雷', documentKind: 'PASSPORT', documentNumber: 'E12345678', mobile: '' });
  saveDraft(application, now);
}

afterEach(() => localStorage.clear());

describe('a draft', () => {
  it('keeps what was typed', () => {
    savedDraft();
    const draft = loadDraft(now)!;
    expect(draft.applicant).toMatchObject({ name: '陈小明', mobile: '13800138000', organisation: '个人' });
    expect(draft.companions).toMatchObject([{ name: '李雷', documentKind: 'PASSPORT' }]);
    expect(draft.unit).toEqual({ id: 'u1', name: '信息化办公室' });
  });

  it('never holds a document number', () => {
    savedDraft();
    expect(stored()).not.toContain('330502199003071013');
    expect(stored()).not.toContain('E12345678');
    expect(loadDraft(now)!.companions[0]!.documentNumber).toBe('');
  });

  it('never holds a consent', () => {
    savedDraft();
    expect(loadDraft(now)).toMatchObject({ noticeRead: false, consentIdentity: false });
  });

  it('is gone after a week', () => {
    savedDraft();
    expect(loadDraft(now + 8 * 86_400_000)).toBeNull();
    expect(stored()).not.toContain('陈小明');
  });

  it('goes together with its key', () => {
    savedDraft();
    rememberKey('k');
    dropDraft();
    expect(loadDraft(now)).toBeNull();
    expect(recallKey()).toBeNull();
  });

  it('is only worth keeping once something was typed', () => {
    expect(isWorthKeeping(emptyApplication())).toBe(false);
    expect(isWorthKeeping({ ...emptyApplication(), transport: 'car', plate: '浙E' })).toBe(true);
  });
});
