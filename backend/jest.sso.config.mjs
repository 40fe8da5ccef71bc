import base from './jest.config.mjs';

const scenarios = base.projects.find(({ displayName }) => displayName === 'scenarios');

/** Sign-in and directory against real servers that nobody here wrote; what is not installed is skipped and said. */
export default {
  projects: [
    {
      ...scenarios,
      displayName: 'sso',
      testMatch: ['<rootDir>/test/sso/**/*.spec.ts'],
      testPathIgnorePatterns: ['/node_modules/', '/dist/'],
    },
  ],
  testTimeout: 60000,
  maxWorkers: 1,
};
