/**
 * A container image reference taken apart.
 *
 * @public
 */
export type ImageReference = {
  /** Registry and path, for example `ccr.ccs.tencentyun.com/tkeimages/tke-eni-agent`. */
  repository: string;
  tag?: string;
  /** With its algorithm, for example `sha256:…`. */
  digest?: string;
};

/**
 * Takes an image reference apart: `host:5000/path:tag@sha256:…`.
 *
 * @remarks
 * The guide cuts at the first colon, which turns `registry:5000/agent:v1` into `registry`. A colon starts a
 * tag only after the last slash.
 *
 * @throws Error when there is no repository in the text
 *
 * @public
 */
export function parseImageReference(text: string): ImageReference {
  const trimmed = text.trim();
  const [name, digest] = splitOnce(trimmed, trimmed.indexOf('@'));
  const colon = name.lastIndexOf(':');
  const [repository, tag] = splitOnce(
    name,
    colon > name.lastIndexOf('/') ? colon : -1,
  );
  if (repository === '' || tag === '' || digest === '') {
    throw new Error(
      `"${text}" is not an image reference. Expected repository[:tag][@digest].`,
    );
  }
  return {
    repository,
    ...(tag !== undefined && { tag }),
    ...(digest !== undefined && { digest }),
  };
}

/**
 * Puts an image reference together again.
 *
 * @public
 */
export function formatImageReference(reference: ImageReference): string {
  const tag = reference.tag ? `:${reference.tag}` : '';
  const digest = reference.digest ? `@${reference.digest}` : '';
  return `${reference.repository}${tag}${digest}`;
}

function splitOnce(text: string, index: number): [string, string | undefined] {
  return index < 0
    ? [text, undefined]
    : [text.slice(0, index), text.slice(index + 1)];
}
