import {
  CloudChoice,
  CloudChoiceKind,
  CloudScope,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { TkeCiliumApi } from '../api';

/** How long a list is not asked for again, in milliseconds: one page of a form reads it many times. */
const FRESH_FOR = 30_000;

type KnownList = { at: number; choices: Promise<CloudChoice[]> };

const lists = new WeakMap<TkeCiliumApi, Map<string, KnownList>>();

/**
 * What an account has to choose from. Everything on a page that asks at the same time shares one
 * request.
 */
export function readCloudChoices(
  api: TkeCiliumApi,
  kind: CloudChoiceKind,
  scope: CloudScope,
): Promise<CloudChoice[]> {
  const known = lists.get(api) ?? new Map<string, KnownList>();
  lists.set(api, known);
  const key = JSON.stringify([kind, scope]);
  const last = known.get(key);
  if (last && Date.now() - last.at < FRESH_FOR) {
    return last.choices;
  }
  const choices = api.getCloudChoices(kind, scope).then(({ items }) => items);
  known.set(key, { at: Date.now(), choices });
  // A failure is nothing to keep.
  choices.catch(() => known.delete(key));
  return choices;
}
