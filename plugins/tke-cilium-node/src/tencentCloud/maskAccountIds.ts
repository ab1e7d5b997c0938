const MASK = '***';

/** How texts of Tencent Cloud name accounts and their keys. */
const FORMS: readonly [form: RegExp, replacement: string][] = [
  // qcs:id/1158313:cvm:ap-guangzhou:uin/2159973417:instance/*, and "AppId: 1158313".
  [/(qcs:id\/|(?:uin|app_?id)["'\s:=/]{1,3})\d+/gi, `$1${MASK}`],
  [/\bAKID[\w-]{13,}/g, `AKID${MASK}`],
  // By itself, as in the name of a certificate's user. Nothing else that people need is so long.
  [/(?<![\da-z])\d{9,}(?![\da-z])/gi, MASK],
];

/**
 * A text that others wrote, without the ids of accounts and keys that may be in it: an account
 * leaves the backend by its name in the configuration only.
 */
export function maskAccountIds(text: string): string {
  return FORMS.reduce(
    (masked, [form, replacement]) => masked.replace(form, replacement),
    text,
  );
}

/**
 * The same in the names of users only. A certificate of the Tencent Cloud API names its user after
 * the account, so every denial of an API server does.
 */
export function maskUserNames(text: string): string {
  return text.replace(/\buser "[^"]*"/gi, maskAccountIds);
}
