import { ActionContext } from '@backstage/plugin-scaffolder-node';

/** What a step of a phase needs of the context that the scaffolder gives it. */
export type StepContext<Input> = Pick<
  ActionContext<Input & {}>,
  | 'input'
  | 'checkpoint'
  | 'logger'
  | 'signal'
  | 'isDryRun'
  | 'getInitiatorCredentials'
>;
