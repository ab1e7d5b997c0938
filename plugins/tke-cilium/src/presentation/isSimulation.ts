import { SIMULATION_ANNOTATION } from '@tke-cilium/backstage-plugin-tke-cilium-common';

/** Whether an entity says that its cluster is not in Tencent Cloud. */
export function isSimulation(entity: {
  metadata: { annotations?: Record<string, string> };
}): boolean {
  return entity.metadata.annotations?.[SIMULATION_ANNOTATION] === 'true';
}
