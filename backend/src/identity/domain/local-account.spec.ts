import { describe, expect, it } from '@jest/globals';
import { takeEvents } from '../../kernel/aggregate-root.js';
import { LocalAccount } from './local-account.js';
import { isLogin, passwordFault } from './password-rule.js';

const now = new Date('2026-11-23T01:00:00Z');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const account = () => {
  const opened = LocalAccount.open(
    {
      id: 'a',
      login: 'admin.zhou',
      name: '周涛',
      madeBy: 'setup',
      passwordHash: 'hash',
      totpSealed: new Uint8Array(1),
      totpStep: 100,
      recoveryHashes: ['one', 'two'],
    },
    now,
  );
  takeEvents(opened);
  return opened;
};
const wrong = { isPasswordRight: false, totpStep: 200, recoveryHash: null };
const right = (totpStep: number) => ({ isPasswordRight: true, totpStep, recoveryHash: null });
const recovery = (recoveryHash: string) => ({ isPasswordRight: true, totpStep: null, recoveryHash });

describe('a local account', () => {
  it('opens to password and code together, to neither alone', () => {
    expect(account().admits(right(101), now)).toBe(true);
    expect(account().admits({ ...right(101), isPasswordRight: false }, now)).toBe(false);
    expect(account().admits({ isPasswordRight: true, totpStep: null, recoveryHash: null }, now)).toBe(false);
  });

  it('takes no code twice, no older one after it, and not that of the set-up', () => {
    const own = account();
    expect(own.admits(right(100), now)).toBe(false);
    expect(own.admits(right(102), now)).toBe(true);
    expect(own.admits(right(102), now)).toBe(false);
    expect(own.admits(right(101), now)).toBe(false);
    expect(own.admits(right(103), now)).toBe(true);
  });

  it('takes each recovery code once, and says how many are left', () => {
    const own = account();
    expect(own.admits(recovery('one'), now)).toBe(true);
    expect(takeEvents(own)).toMatchObject([{ type: 'identity.recovery-code-used', left: 1 }]);
    expect(own.admits(recovery('one'), now)).toBe(false);
    expect(own.admits(recovery('two'), now)).toBe(true);
  });

  it('is locked by the fifth wrong try for a quarter of an hour, for the right password too', () => {
    const own = account();
    for (let at = 0; at < 5; at += 1) expect(own.admits(wrong, now)).toBe(false);
    expect(takeEvents(own)).toMatchObject([{ type: 'identity.local-account-locked' }]);
    expect(own.admits(right(300), later(14))).toBe(false);
    expect(own.admits(right(300), later(15))).toBe(true);
  });

  it('forgets wrong tries with a right one', () => {
    const own = account();
    for (let at = 0; at < 4; at += 1) own.admits(wrong, now);
    expect(own.admits(right(300), now)).toBe(true);
    for (let at = 0; at < 4; at += 1) own.admits(wrong, now);
    expect(own.admits(right(301), now)).toBe(true);
  });

  it('is renewed with everything: nothing old works, nothing is locked', () => {
    const own = account();
    for (let at = 0; at < 5; at += 1) own.admits(wrong, now);
    own.renew(
      { passwordHash: 'new', totpSealed: new Uint8Array(1), totpStep: 400, recoveryHashes: ['three'] },
      '周涛',
      now,
    );
    expect(own.admits(recovery('one'), now)).toBe(false);
    expect(own.admits(right(401), now)).toBe(true);
  });

  it('once ended opens to nobody', () => {
    const own = account();
    own.end('周涛', now);
    expect(own.admits(right(300), now)).toBe(false);
  });
});

describe('a password', () => {
  it.each([
    ['Tr0ub4dor&3', 'setup.password-short'],
    ['abcdefghijkl', 'setup.password-simple'],
    ['aaaaaaaaaaaaaaaaaaaa', 'setup.password-simple'],
    ['Admin.Zhou-2026!', 'setup.password-personal'],
    ['Gatehouse-2026!!', 'setup.password-personal'],
    ['平湖大学保卫处值班室的长密码', 'setup.password-simple'],
    ['correct horse battery', null],
    ['Kl9#mwPq2x!z', null],
    ['春眠不觉晓处处闻啼鸟夜来风雨声花落', null],
  ])('%s: %s', (password, fault) => {
    expect(passwordFault(password, 'admin.zhou', [])).toBe(fault);
  });

  it('belongs to an account of plain letters', () => {
    expect(['admin', 'zhou.tao-2'].every(isLogin)).toBe(true);
    expect(['ad', 'Admin', '1admin', '管理员', 'a b c', 'a'.repeat(33)].some(isLogin)).toBe(false);
  });
});
