const { createConfigForRole } = require('@backstage/cli/config/eslint-factory');

// The browser tests stand beside the app because Backstage looks for them here,
// but they are no part of its package: Playwright, the local cluster and the
// scripts that they share with `npm start` belong to the repository.
module.exports = createConfigForRole(__dirname, 'common-library', {
  root: true,
  rules: {
    '@backstage/no-relative-monorepo-imports': 'off',
    '@backstage/no-undeclared-imports': 'off',
  },
});
