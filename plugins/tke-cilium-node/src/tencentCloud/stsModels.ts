/** Temporary credentials, as the API of security tokens gives them. */
export type AssumedRole = {
  Credentials: { TmpSecretId: string; TmpSecretKey: string; Token: string };
  /** When they end: seconds since 1970. */
  ExpiredTime: number;
};

/** The actions that are used of security tokens, version 2018-08-13. */
export type StsActions = {
  AssumeRole: AssumedRole;
  AssumeRoleWithWebIdentity: AssumedRole;
};
