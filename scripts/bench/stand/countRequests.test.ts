import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countRequests, totalRequests } from './countRequests';

function line(username: string, verb: string, stage: string): string {
  return `${JSON.stringify({ stage, verb, user: { username } })}\n`;
}

test('each request of the user counts once, a watch when it begins', () => {
  const lines = [
    line('tracker', 'list', 'ResponseComplete'),
    line('tracker', 'list', 'ResponseComplete'),
    line('tracker', 'watch', 'ResponseStarted'),
    // Opened before the window.
    line('tracker', 'watch', 'ResponseComplete'),
    line('peer', 'list', 'ResponseComplete'),
    '\n',
  ].join('');
  const counts = countRequests(lines, 'tracker');
  assert.deepEqual(counts, { list: 2, watch: 1 });
  assert.equal(totalRequests(counts), 3);
});

test('a line that is being written is left for the next reading', () => {
  const whole = line('tracker', 'list', 'ResponseComplete');
  assert.deepEqual(countRequests(`${whole}{"stage":"Respo`, 'tracker'), {
    list: 1,
  });
  assert.deepEqual(countRequests('{"sta', 'tracker'), {});
});
