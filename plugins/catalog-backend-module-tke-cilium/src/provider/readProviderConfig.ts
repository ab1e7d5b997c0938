import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';

/** `catalog.providers.tkeCilium`. */
export type ProviderConfig = {
  owner: string;
  system?: string;
  namespace: string;
  /** Whether the clusters of the configuration get entities. */
  fromConfiguration: boolean;
  /** Whether clusters that templates made get entities, too. */
  fromTencentCloud: boolean;
  schedule: SchedulerServiceTaskScheduleDefinition;
};

/** @returns `undefined` when no entities are wanted */
export function readProviderConfig(config: Config): ProviderConfig | undefined {
  const provider = config.getOptionalConfig('catalog.providers.tkeCilium');
  if (!provider) {
    return undefined;
  }
  return {
    owner: provider.getString('owner'),
    system: provider.getOptionalString('system'),
    namespace: provider.getOptionalString('namespace') ?? 'default',
    fromConfiguration: provider.getOptionalBoolean('fromConfiguration') ?? true,
    fromTencentCloud: provider.getOptionalBoolean('fromTencentCloud') ?? false,
    schedule: readSchedule(provider),
  };
}

/**
 * Each replica reads for itself unless told otherwise. A task that the replicas share stays locked
 * when the one that runs it dies: until its timeout, and then until the scheduler looks for such
 * tasks, which it does once a minute.
 */
function readSchedule(
  provider: Config,
): SchedulerServiceTaskScheduleDefinition {
  const schedule: SchedulerServiceTaskScheduleDefinition = provider.has(
    'schedule',
  )
    ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
        provider.getConfig('schedule'),
      )
    : { frequency: { minutes: 1 }, timeout: { minutes: 1 } };
  return { ...schedule, scope: schedule.scope ?? 'local' };
}
