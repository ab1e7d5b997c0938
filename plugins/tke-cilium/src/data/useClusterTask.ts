import { useEffect, useState } from 'react';
import { useApiHolder } from '@backstage/core-plugin-api';
import {
  scaffolderApiRef,
  ScaffolderTask,
} from '@backstage/plugin-scaffolder-react';
import { isAboutCluster, isUnderWay } from '../presentation/taskProgress';

/** How often the scaffolder is asked, in milliseconds: it tells nobody that a task has begun. */
const INTERVAL = 15_000;

/** How many of the newest tasks are looked at. */
const NEWEST = 50;

/**
 * The newest task of the scaffolder that works on a cluster, or has worked on it since the page was
 * opened. Without a scaffolder, and for who may not see its tasks, there is none.
 */
export function useClusterTask(cluster: {
  entityRef: string;
  clusterId: string;
}): ScaffolderTask | undefined {
  const { entityRef, clusterId } = cluster;
  const scaffolder = useApiHolder().get(scaffolderApiRef);
  const [task, setTask] = useState<ScaffolderTask>();

  useEffect(() => {
    let current = true;
    setTask(undefined);
    const look = async () => {
      if (!scaffolder || document.hidden) {
        return;
      }
      try {
        const { tasks } = await scaffolder.listTasks({
          filterByOwnership: 'all',
          limit: NEWEST,
        });
        const found = tasks.find(
          each =>
            isUnderWay(each) && isAboutCluster(each, { entityRef, clusterId }),
        );
        if (current && found) {
          setTask(known => (known?.id === found.id ? known : found));
        }
      } catch {
        // Who may not see tasks sees none; and there is nobody else to tell.
      }
    };
    look();
    const timer = setInterval(look, INTERVAL);
    document.addEventListener('visibilitychange', look);
    return () => {
      current = false;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [scaffolder, entityRef, clusterId]);

  return task;
}
