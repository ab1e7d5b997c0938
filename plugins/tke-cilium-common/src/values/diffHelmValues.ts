import { formatHelmPath, HelmValue, HelmValues, isHelmMap } from './helmValues';

/** A place where two values documents differ. @public */
export type HelmValuesDifference = {
  /** For example `operator.replicas`. */
  path: string;
  /** `undefined`: only the right document has it. */
  left?: HelmValue;
  /** `undefined`: only the left document has it. */
  right?: HelmValue;
};

/**
 * The differences between two values documents, by path. Maps are compared deeply, lists as a whole.
 *
 * @public
 */
export function diffHelmValues(
  left: HelmValues,
  right: HelmValues,
): HelmValuesDifference[] {
  return diffMaps(left, right, []);
}

/** Whether two values are equal. The order of keys does not count. */
export function helmValuesEqual(
  left: HelmValue | undefined,
  right: HelmValue | undefined,
): boolean {
  if (Array.isArray(left) && Array.isArray(right)) {
    return (
      left.length === right.length &&
      left.every((value, index) => helmValuesEqual(value, right[index]))
    );
  }
  if (isHelmMap(left) && isHelmMap(right)) {
    return diffMaps(left, right, []).length === 0;
  }
  return left === right;
}

function diffMaps(
  left: HelmValues,
  right: HelmValues,
  path: readonly string[],
): HelmValuesDifference[] {
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...keys].flatMap(key => {
    const leftValue = ownValue(left, key);
    const rightValue = ownValue(right, key);
    const here = [...path, key];
    if (
      isHelmMap(leftValue) &&
      isHelmMap(rightValue) &&
      !isEmpty(leftValue) &&
      !isEmpty(rightValue)
    ) {
      return diffMaps(leftValue, rightValue, here);
    }
    return helmValuesEqualShallow(leftValue, rightValue)
      ? []
      : [
          {
            path: formatHelmPath(here),
            ...(leftValue !== undefined && { left: leftValue }),
            ...(rightValue !== undefined && { right: rightValue }),
          },
        ];
  });
}

/** Equality where at most one side is a map that holds something. */
function helmValuesEqualShallow(
  left: HelmValue | undefined,
  right: HelmValue | undefined,
): boolean {
  if (isHelmMap(left) && isHelmMap(right)) {
    return isEmpty(left) && isEmpty(right);
  }
  return helmValuesEqual(left, right);
}

function isEmpty(values: HelmValues): boolean {
  return Object.keys(values).length === 0;
}

function ownValue(values: HelmValues, key: string): HelmValue | undefined {
  return Object.hasOwn(values, key) ? values[key] : undefined;
}
