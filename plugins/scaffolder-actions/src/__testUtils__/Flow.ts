import { JsonObject } from '@backstage/types';
import { Death } from './Death';
import type { MortalBackstage } from './MortalBackstage';

/** A template that is run by a backend that dies. */
export type Flow = {
  title: string;
  /** Name of the template. */
  template: string;
  /** What is filled in besides the form's defaults. */
  form: (backstage: MortalBackstage) => JsonObject;
  /** How many tasks do it at the same time. Default: one. */
  tasks?: number;
  /** What happens before it begins. */
  before?: (backstage: MortalBackstage) => unknown;
  /** In their order. */
  deaths: Death[];
  /** The actions of the cloud's API that it may call once, because they make something or remove it. */
  once: string[];
};
