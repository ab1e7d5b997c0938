/** What a part of the plugin may weigh, compressed, in kilobytes. */
export type PartLimit = {
  title: string;
  /** The part that this source is in. */
  source: string;
  own: number;
  /** With the libraries that a browser may have to fetch for it. */
  withLibraries: number;
};

/**
 * About a quarter more than it was when the limit was set: enough for a feature, too little for a
 * library that came along unnoticed. Whoever has a good reason raises it here, where it is seen.
 */
export const PART_LIMITS: readonly PartLimit[] = [
  {
    title: 'Start of the app, any page',
    source: 'plugins/tke-cilium/src/plugin.tsx',
    own: 4,
    withLibraries: 4,
  },
  {
    title: 'Card',
    source: 'plugins/tke-cilium/src/components/CiliumCard/CiliumCard.tsx',
    own: 20,
    withLibraries: 65,
  },
  {
    title: 'Tab',
    source: 'plugins/tke-cilium/src/components/CiliumContent/CiliumContent.tsx',
    own: 28,
    withLibraries: 110,
  },
  {
    title: 'Tab, while a template works on the cluster',
    source: 'plugins/tke-cilium/src/components/task/TaskAlert.tsx',
    own: 2,
    withLibraries: 8,
  },
  {
    title: 'Page of all clusters',
    source: 'plugins/tke-cilium/src/components/FleetPage/FleetPage.tsx',
    own: 18,
    withLibraries: 95,
  },
  {
    title: 'Field of forms for what an account has',
    source:
      'plugins/tke-cilium/src/components/CloudChoice/CloudChoiceField.tsx',
    own: 14,
    withLibraries: 50,
  },
  {
    title: 'Chinese, texts of the pages',
    source: 'plugins/tke-cilium/src/translation/zh-CN.ts',
    own: 7,
    withLibraries: 7,
  },
  {
    title: 'Chinese, problems',
    source: 'plugins/tke-cilium/src/translation/problems.zh-CN.ts',
    own: 6,
    withLibraries: 6,
  },
];

const OF_ANY_OTHER_PART = { own: 10, withLibraries: 50 };

/** The limit of the part that these sources are in. */
export function limitOf(sources: string[]): PartLimit {
  return (
    PART_LIMITS.find(({ source }) => sources.includes(source)) ?? {
      title: sources.join(', '),
      source: sources[0],
      ...OF_ANY_OTHER_PART,
    }
  );
}
