/** A page that is opened in a browser. */
export type View = {
  path: string;
  /** Text that is there as soon as the page shows something of the cluster. */
  content: RegExp;
};

/** What it took to open it. Times are from the beginning of the navigation. */
export type Opening = {
  /** Until the page showed something of the cluster. */
  contentMs: number;
  /** Until the browser had time for its reader. */
  interactiveMs: number;
  /** Requests to the backend until then. */
  requests: number;
  /** What they brought, as it went over the wire. */
  dataBytes: number;
  /** Scripts and styles that the browser did not have, as they went over the wire. */
  codeBytes: number;
};
