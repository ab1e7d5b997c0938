import { createProblem, PROBLEMS } from './catalogue';

describe('PROBLEMS', () => {
  it.each(Object.entries(PROBLEMS))('%s', (code, definition) => {
    expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(definition.remedy).toMatch(/^[A-Z].*\.$/s);
    expect(definition.docsUrl ?? 'https://none').toMatch(/^https:\/\//);
  });
});

describe('createProblem', () => {
  it('says what, with the parameters that a translation needs', () => {
    expect(
      createProblem('agent-missing-on-node', { nodes: '10.0.0.7', count: 1 }),
    ).toMatchObject({
      code: 'agent-missing-on-node',
      severity: 'error',
      message: 'There is no Cilium agent on node 10.0.0.7.',
      parameters: { nodes: '10.0.0.7', count: 1 },
    });
  });

  it('can be worse than usual', () => {
    const parameters = { collection: 'nodes', detail: '' };
    expect(createProblem('permission-missing', parameters).severity).toBe(
      'warning',
    );
    expect(
      createProblem('permission-missing', parameters, 'error').severity,
    ).toBe('error');
  });

  it.each([
    ['', 'The API server does not answer.'],
    ['timed out.', 'The API server does not answer: timed out.'],
  ])('with the detail "%s" ends in one full stop', (detail, message) => {
    expect(createProblem('cluster-unreachable', { detail }).message).toBe(
      message,
    );
  });
});
