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

const DEFAULT_SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 1 },
  timeout: { minutes: 1 },
};

/** @returns `undefined` when no entities are wanted */
export function readProviderConfig(config: Config): ProviderConfig | undefined {
  const provider = config.getOptionalConfig('catalog.providers.tkeCilium');
  if (!provider) {
    return undefined;
  }
  const schedule = provider.getOptionalConfig('schedule');
  return {
    owner: provider.getString('owner'),
    system: provider.getOptionalString('system'),
    namespace: provider.getOptionalString('namespace') ?? 'default',
    fromConfiguration: provider.getOptionalBoolean('fromConfiguration') ?? true,
    fromTencentCloud: provider.getOptionalBoolean('fromTencentCloud') ?? false,
    schedule: schedule
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule)
      : DEFAULT_SCHEDULE,
  };
}
