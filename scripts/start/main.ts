import { chooseAddresses } from './addresses';
import { Backstage } from './Backstage';
import { DemoClusters } from './demoClusters';
import { DemoCloud } from './DemoCloud';
import { print } from '../print';
import { stopRequest } from './stopRequest';
import { describeReady, describeStart } from './welcome';

/** A cluster of the simulated cloud takes half a minute. */
const CLOUD_SPEED = 10;

async function main(): Promise<number> {
  const stop = stopRequest();
  const addresses = await chooseAddresses();
  const cloud = await DemoCloud.start({ speed: CLOUD_SPEED, log: print });
  const backstage = Backstage.start(addresses, cloud.environment());
  const clusters = DemoClusters.create();

  try {
    // Backstage first and at once: its pages say that the clusters are being
    // started, and come alive by themselves.
    await Promise.race([
      stop,
      backstage.failed(),
      Promise.all([
        backstage.ready().then(() => print(describeStart(addresses))),
        clusters.start(),
      ]).then(() => {
        print(describeReady(addresses));
        return stop;
      }),
    ]);
    return 0;
  } finally {
    print('Stopping Backstage and the clusters');
    await backstage.stop();
    await Promise.all([clusters.stop(), cloud.stop()]);
    print('Everything is stopped');
  }
}

main().then(
  // Something may still be starting inside the clusters' code; it dies with us.
  exitCode => process.exit(exitCode),
  error => {
    process.stderr.write(`\n${error instanceof Error ? error.stack : error}\n`);
    process.exit(1);
  },
);
