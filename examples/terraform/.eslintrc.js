// No package, so `backstage-cli repo lint` passes by; `npm test` lints it.
const { createConfigForRole } = require('@backstage/cli/config/eslint-factory');

module.exports = createConfigForRole(__dirname, 'common-library', {
  // The tests here run under node:test.
  rules: { 'jest/expect-expect': 'off' },
});
