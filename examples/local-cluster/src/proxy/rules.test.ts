import { ProxyRules, type ProxyRule } from './rules';

const fault = { kind: 'reset' } as const;

describe('ProxyRules', () => {
  it.each<[ProxyRule, string, string, boolean]>([
    [{ fault }, 'GET', '/version', true],
    [{ fault, method: /PATCH/ }, 'GET', '/version', false],
    [{ fault, method: /PATCH/ }, 'PATCH', '/version', true],
    [{ fault, path: /watch=/ }, 'GET', '/api/v1/pods', false],
    [{ fault, path: /watch=/ }, 'GET', '/api/v1/pods?watch=1', true],
  ])('%j on %s %s: %p', (rule, method, path, hit) => {
    const rules = ProxyRules.create();
    rules.add(rule);
    expect(rules.take(method, path)).toEqual(hit ? fault : undefined);
  });

  it('hits as often as it says, and then the next rule does', () => {
    const rules = ProxyRules.create();
    rules.add({ fault, times: 2 });
    rules.add({ fault: { kind: 'hang' } });
    const kinds = [1, 2, 3].map(() => rules.take('GET', '/')?.kind);
    expect(kinds).toEqual(['reset', 'reset', 'hang']);
    rules.clear();
    expect(rules.take('GET', '/')).toBeUndefined();
  });

  it('lets as many through as it says, and tells when it hits', () => {
    const onHit = jest.fn();
    const rules = ProxyRules.create();
    rules.add({ fault, path: /pods/, skip: 2, times: 1, onHit });
    const take = () => rules.take('GET', '/api/v1/pods');
    expect([take(), rules.take('GET', '/version'), take()]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(onHit).not.toHaveBeenCalled();
    expect(take()).toEqual(fault);
    expect(onHit).toHaveBeenCalledTimes(1);
    expect(take()).toBeUndefined();
  });
});
