/** Annotations that select the image of a native node; the second is the older name. */
const IMAGE_ANNOTATIONS = [
  'node.tke.cloud.tencent.com/image-label',
  'node.tke.cloud.tencent.com/beta-image',
];

/** Which operating system image the annotations ask for. */
export function imageLabelOf(
  annotations: Record<string, string>,
): string | undefined {
  return IMAGE_ANNOTATIONS.map(name => annotations[name]).find(
    value => value !== undefined,
  );
}

/** The annotations in TKE's one-string form, `key=value,key2=value2`. */
export function parseMachineAnnotations(
  text: string | undefined,
): Record<string, string> {
  return Object.fromEntries(
    (text ?? '')
      .split(',')
      .map(pair => pair.split('='))
      .filter(([key, value]) => key && value !== undefined)
      .map(([key, ...value]) => [key.trim(), value.join('=').trim()]),
  );
}
