import { InputError } from '@backstage/errors';
import {
  DEFAULT_INSTALL_PROFILE,
  HelmValues,
  ImageSource,
  InstallOptions,
  InstallProfileName,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { ChartSource } from '@tke-cilium/backstage-plugin-tke-cilium-node';
import { parseAllDocuments } from 'yaml';

/** The part of an action's input that `installFields` describes. */
export type InstallInput = {
  profile?: InstallProfileName;
  chartVersion?: string;
  chart?: { repository?: string; oci?: string };
  images?: { source: 'profile' | ImageSource['source']; registry?: string };
  ciliumEndpointSlice?: boolean;
  masquerade?: { vpcCidrs: string[] };
  operatorReplicas?: number;
  valuesDocuments?: string[];
  values?: Record<string, unknown>;
};

/** The same, checked and with the defaults filled in. */
export type InstallRequest = {
  profile: InstallProfileName;
  chartVersion?: string;
  chart?: ChartSource;
  options: InstallOptions;
  userValues: HelmValues[];
};

/**
 * Turns a form's input into what the phases take.
 *
 * @remarks
 * The scaffolder checks the shape of the input, but never runs zod's defaults and refinements: they
 * are here. What a form left empty arrives as an empty string or list and counts as not given.
 *
 * @throws InputError that names the field
 */
export function readInstallInput(input: InstallInput): InstallRequest {
  return {
    profile: input.profile ?? DEFAULT_INSTALL_PROFILE,
    chartVersion: input.chartVersion || undefined,
    chart: readChart(input.chart),
    options: {
      images: readImages(input.images),
      ciliumEndpointSlice: input.ciliumEndpointSlice,
      masquerade: input.masquerade?.vpcCidrs.length
        ? input.masquerade
        : undefined,
      operatorReplicas: input.operatorReplicas,
    },
    userValues: [
      ...(input.valuesDocuments ?? []).flatMap(readValuesDocuments),
      ...(input.values ? [input.values as HelmValues] : []),
    ],
  };
}

function readChart(chart: InstallInput['chart']): ChartSource | undefined {
  if (chart?.repository && chart.oci) {
    throw new InputError(
      'chart: give either repository or oci, not both. The chart comes from one place.',
    );
  }
  if (chart?.repository) {
    return { repository: chart.repository };
  }
  return chart?.oci ? { oci: chart.oci } : undefined;
}

function readImages(images: InstallInput['images']): ImageSource | undefined {
  if (!images || images.source === 'profile') {
    return undefined;
  }
  const registry = images.registry || undefined;
  if (images.source === 'tcr') {
    if (!registry) {
      throw new InputError(
        'images.registry: the source tcr needs the registry that holds the copies, for example example.tencentcloudcr.com/mirror.',
      );
    }
    return { source: 'tcr', registry };
  }
  if (images.source === 'upstream') {
    if (registry) {
      throw new InputError(
        "images.registry: the source upstream takes the chart's own registries. Leave registry out, or choose mirror or tcr.",
      );
    }
    return { source: 'upstream' };
  }
  return { source: 'mirror', registry };
}

function readValuesDocuments(text: string, index: number): HelmValues[] {
  return parseAllDocuments(text).flatMap(document => {
    const field = `valuesDocuments[${index}]`;
    const [error] = document.errors;
    if (error) {
      throw new InputError(`${field}: this is not YAML: ${error.message}`);
    }
    const values: unknown = document.toJS();
    if (values === null || values === undefined) {
      return [];
    }
    if (typeof values !== 'object' || Array.isArray(values)) {
      throw new InputError(
        `${field}: Helm values are a map such as "hubble: {enabled: true}", this is ${
          Array.isArray(values) ? 'a list' : `the ${typeof values} "${values}"`
        }.`,
      );
    }
    return [values as HelmValues];
  });
}
