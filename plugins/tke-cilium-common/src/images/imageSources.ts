import { HelmValues } from '../values/helmValues';
import { setHelmValue } from '../values/setHelmValue';
import { CHART_IMAGES, ChartImage } from './chartImages';

/**
 * The mirror of `quay.io` that TKE nodes reach over Tencent Cloud's own network. It has no SLA.
 * Source: the guide, "镜像拉取失败？".
 *
 * @public
 */
export const TKE_IMAGE_MIRROR = 'quay.tencentcloudcr.com';

/**
 * Where the nodes pull the images of the chart from.
 *
 * @remarks
 * - `mirror`: TKE's mirror of `quay.io`, or another registry that mirrors `quay.io` under the same paths
 * - `tcr`: a registry of your own that holds copies as the guide's TCR page makes them,
 *   `<registry>/quay.io/cilium/cilium`; copied with `skopeo copy -a`, so that digests survive
 * - `upstream`: the chart's own repositories
 *
 * Only repositories change. Tags and digests stay those of the chart.
 *
 * @public
 */
export type ImageSource =
  | { source: 'mirror'; registry?: string }
  | { source: 'tcr'; registry: string }
  | { source: 'upstream' };

/**
 * Helm values that make the chart pull from the given source.
 *
 * @param images - which images to redirect: `installed` are the three that the guide's install command
 * redirects, `all` is the guide's full list
 *
 * @public
 */
export function buildImageValues(
  source: ImageSource,
  images: 'installed' | 'all',
): HelmValues {
  if (source.source === 'upstream') {
    return {};
  }
  return CHART_IMAGES.filter(
    image => images === 'all' || image.installed,
  ).reduce<HelmValues>((values, image) => {
    const repository = redirect(image, source);
    return repository
      ? setHelmValue(values, [...image.path, 'repository'], repository)
      : values;
  }, {});
}

function redirect(
  image: ChartImage,
  source: Exclude<ImageSource, { source: 'upstream' }>,
): string | undefined {
  if (source.source === 'tcr') {
    return `${source.registry}/${image.upstream}`;
  }
  if (image.upstream.startsWith('quay.io/')) {
    const registry = source.registry ?? TKE_IMAGE_MIRROR;
    return image.upstream.replace(/^quay\.io/, registry);
  }
  return image.mirror;
}
