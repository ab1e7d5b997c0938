import { closest, distance } from 'fastest-levenshtein';
import { formatHelmPath, HelmValue, HelmValues, isHelmMap } from './helmValues';
import { setHelmValue } from './setHelmValue';
import { UNDECLARED_CHART_KEYS } from './undeclaredChartKeys';

/** A key that the chart does not know. @public */
export type UnknownKey = {
  /** Where it is, for example `operator.replica`. */
  path: string;
  /** The known path that was probably meant. */
  nearest?: string;
};

/** Maps of these names hold what Kubernetes defines, or names that users make up. */
const FREE_FORM = new Set([
  'affinity',
  'annotations',
  'commonLabels',
  'extraConfig',
  'labels',
  'nodeSelector',
  'podAnnotations',
  'podLabels',
  'podSecurityContext',
  'resources',
  'securityContext',
  'updateStrategy',
]);

/**
 * Finds keys that the chart does not know. Helm accepts them without a word, so a typo changes nothing and
 * nobody learns of it.
 *
 * @remarks
 * Below a default that is empty, null, a list or a scalar, and below maps that Kubernetes defines
 * (`nodeSelector`, `resources`, …), every key is accepted.
 *
 * @param chartDefaults - the chart's `values.yaml`
 *
 * @public
 */
export function findUnknownKeys(
  values: HelmValues,
  chartDefaults: HelmValues,
): UnknownKey[] {
  const known = UNDECLARED_CHART_KEYS.reduce<HelmValues>(
    (defaults, key) => setHelmValue(defaults, key.split('.'), null),
    {},
  );
  const schema = overlayMissing(chartDefaults, known);
  const allPaths = listPaths(schema, []);
  return findUnknown(values, schema, []).map(path => {
    const nearest = findNearest(path, allPaths);
    return {
      path: formatHelmPath(path),
      ...(nearest && { nearest: formatHelmPath(nearest) }),
    };
  });
}

/** The chart's defaults with the undeclared keys added; what the chart declares wins. */
function overlayMissing(defaults: HelmValues, added: HelmValues): HelmValues {
  const merged: HelmValues = { ...defaults };
  for (const [key, value] of Object.entries(added)) {
    const existing = merged[key];
    if (existing === undefined) {
      merged[key] = value;
    } else if (isHelmMap(existing) && isHelmMap(value) && !isFree(existing)) {
      merged[key] = overlayMissing(existing, value);
    }
  }
  return merged;
}

function findUnknown(
  values: HelmValues,
  schema: HelmValues,
  parent: readonly string[],
): string[][] {
  return Object.entries(values).flatMap(([key, value]) => {
    const path = [...parent, key];
    if (!Object.hasOwn(schema, key)) {
      return [path];
    }
    const inner = schema[key];
    return isHelmMap(value) && isHelmMap(inner) && !isFree(inner, key)
      ? findUnknown(value, inner, path)
      : [];
  });
}

function isFree(schema: HelmValue, key?: string): boolean {
  return (
    (key !== undefined && FREE_FORM.has(key)) ||
    !isHelmMap(schema) ||
    Object.keys(schema).length === 0
  );
}

function listPaths(schema: HelmValues, parent: readonly string[]): string[][] {
  return Object.entries(schema).flatMap(([key, value]) => {
    const path = [...parent, key];
    return isHelmMap(value) && !isFree(value, key)
      ? [path, ...listPaths(value, path)]
      : [path];
  });
}

/**
 * A sibling that is spelled alike, else the same name elsewhere, else the path that is spelled most alike.
 */
function findNearest(
  path: readonly string[],
  allPaths: readonly string[][],
): string[] | undefined {
  const key = path[path.length - 1];
  const parent = path.slice(0, -1);
  const siblings = allPaths
    .filter(
      candidate =>
        candidate.length === path.length &&
        parent.every((part, index) => candidate[index] === part),
    )
    .map(candidate => candidate[candidate.length - 1]);
  const sibling = siblings.length > 0 ? closest(key, siblings) : undefined;
  if (sibling !== undefined && isAlike(key, sibling)) {
    return [...parent, sibling];
  }
  const [sameName] = allPaths
    .filter(
      candidate =>
        candidate[candidate.length - 1].toLowerCase() === key.toLowerCase(),
    )
    .sort((left, right) => left.length - right.length);
  if (sameName) {
    return sameName;
  }
  const text = path.join('.');
  const nearest = closest(
    text,
    allPaths.map(candidate => candidate.join('.')),
  );
  return isAlike(text, nearest)
    ? allPaths.find(candidate => candidate.join('.') === nearest)
    : undefined;
}

/** Whether a third of the characters, at most, would have to change. */
function isAlike(text: string, candidate: string): boolean {
  return (
    distance(text.toLowerCase(), candidate.toLowerCase()) <=
    Math.max(1, Math.floor(text.length / 3))
  );
}
