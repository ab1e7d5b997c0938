/** What a browser fetches at once of a built app. */
export type Chunk = {
  id: string;
  /** Of its scripts and its styles, compressed. */
  gzipBytes: number;
  /** Paths of what it was made from, relative to the repository. */
  sources: string[];
  /** Each `import()` in it: the chunks that it fetches, as far as they are not there. */
  imports: string[][];
};
