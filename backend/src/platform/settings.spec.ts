import { describe, expect, it } from '@jest/globals';
import { readSettings } from './settings.js';

describe('settings', () => {
  it('need nothing in a demo', () => {
    expect(readSettings({ APP_MODE: 'demo' })).toMatchObject({ PORT: 8080, PRESET: 'huzhou', isDemo: true });
  });

  it('take the public address from the port when only that is given', () => {
    expect(readSettings({ APP_MODE: 'demo', PORT: '9000' }).PUBLIC_URL).toBe('http://localhost:9000');
  });

  it.each([
    ['PORT', { PORT: 'eighty' }],
    ['PRESET', { PRESET: 'peking' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://x' }],
    ['MASTER_KEY', { MASTER_KEY: 'short' }],
    ['PUBLIC_URL', { APP_MODE: 'production', PUBLIC_URL: 'http://gate.example.edu' }],
  ])('a wrong %s stops the start and is named', (name, environment) => {
    expect(() => readSettings({ APP_MODE: 'demo', ...environment })).toThrow(name);
  });
});
