// A control plane on a busy machine fails now and then for reasons of its own. `npm test` names the
// tests that needed their second try.
if (/\.integration\.test\./.test(expect.getState().testPath ?? '')) {
  jest.retryTimes(1, { logErrorsBeforeRetry: true });
}
