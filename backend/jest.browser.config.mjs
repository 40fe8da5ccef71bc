import base from './jest.config.mjs';

const scenarios = base.projects.find(({ displayName }) => displayName === 'scenarios');

/** Journeys through the built pages in a real browser; needs `dist` of both web apps. */
export default {
  projects: [
    {
      ...scenarios,
      displayName: 'browser',
      testMatch: ['<rootDir>/test/browser/**/*.spec.ts'],
      testPathIgnorePatterns: ['/node_modules/', '/dist/'],
    },
  ],
  testTimeout: 180000,
  maxWorkers: 2,
};
