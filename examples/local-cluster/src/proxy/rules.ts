import type { ProxyFault } from './faults';

/**
 * Which requests a fault of the proxy hits.
 *
 * @public
 */
export type ProxyRule = {
  fault: ProxyFault;
  /** HTTP method, for example `/PATCH|POST/`. Default: every one. */
  method?: RegExp;
  /** Path with query, for example `/watch=/`. Default: every one. */
  path?: RegExp;
  /** How many of those requests go through before the first that it hits. Default: none. */
  skip?: number;
  /** How many requests it hits. Default: all, until it is healed. */
  times?: number;
  /** Called for every request that it hits. */
  onHit?: () => void;
};

/** The rules in effect, oldest first; each knows how often it may still hit. */
export class ProxyRules {
  #rules: { rule: ProxyRule; toSkip: number; left: number }[] = [];

  private constructor() {}

  static create(): ProxyRules {
    return new ProxyRules();
  }

  add(rule: ProxyRule): void {
    this.#rules.push({
      rule,
      toSkip: rule.skip ?? 0,
      left: rule.times ?? Infinity,
    });
  }

  clear(): void {
    this.#rules = [];
  }

  /** The fault that hits a request, counted as a hit. */
  take(method: string, path: string): ProxyFault | undefined {
    const hit = this.#rules.find(
      ({ rule, left }) =>
        left > 0 &&
        (rule.method?.test(method) ?? true) &&
        (rule.path?.test(path) ?? true),
    );
    if (!hit) {
      return undefined;
    }
    if (hit.toSkip > 0) {
      hit.toSkip -= 1;
      return undefined;
    }
    hit.left -= 1;
    hit.rule.onHit?.();
    return hit.rule.fault;
  }
}
