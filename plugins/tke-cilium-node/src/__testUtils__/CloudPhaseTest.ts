import {
  startTencentCloud,
  TencentCloud,
  TencentCloudOptions,
} from '@tke-cilium/tencent-stand-in';
import {
  CloudPhaseContext,
  createCluster,
  CreateClusterInput,
  createSuperNode,
  waitClusterRunning,
} from '../cloudPhases';
import { InProcessCreationLock } from '../tencentCloud/InProcessCreationLock';
import { SdkTencentCloudApi } from '../tencentCloud/SdkTencentCloudApi';

/** What the stand-in and the phases sign with. */
export const KEYS = { secretId: 'AKIDtest', secretKey: 'nobody-may-see-this' };
const REGION = 'ap-guangzhou';

/** A super node that the stand-in's network has room for. */
export const SUPER_NODE = {
  subnetId: 'subnet-demonode',
  securityGroupIds: ['sg-demo0001'],
};

/** A pool that it has room for. */
export const POOL = {
  name: 'workers',
  profile: 'guide-2026-08' as const,
  subnetIds: ['subnet-demonode'],
  securityGroupIds: ['sg-demo0001'],
  sshKeyIds: ['skey-demo0001'],
  replicas: 2,
  minimumReplicas: 1,
  maximumReplicas: 3,
  waitForNodes: 2,
};

let count = 0;

/** A cloud of its own with a phase context in it: as fast as can be, without a Kubernetes. */
export class CloudPhaseTest {
  readonly cloud: TencentCloud;
  readonly lines: string[] = [];
  readonly input: CreateClusterInput;
  readonly #creations = InProcessCreationLock.create();

  static async start(
    options: Partial<TencentCloudOptions> = {},
  ): Promise<CloudPhaseTest> {
    return new CloudPhaseTest(
      await startTencentCloud({
        ...KEYS,
        speed: 2000,
        requestsPerSecond: 1000,
        ...options,
      }),
    );
  }

  private constructor(cloud: TencentCloud) {
    count += 1;
    this.cloud = cloud;
    this.input = {
      name: `demo-${count}`,
      profile: 'guide-2026-08',
      kubernetesVersion: '1.32.2',
      vpcId: 'vpc-demo0001',
      podSubnetIds: ['subnet-demopod1'],
      serviceCidr: '172.16.0.0/20',
      owner: 'group:default/platform',
      nodes: { ...POOL, instanceTypes: ['SA5.MEDIUM4'] },
    };
  }

  context(changes: Partial<CloudPhaseContext> = {}): CloudPhaseContext {
    return {
      cloud: {
        account: 'production',
        region: REGION,
        api: SdkTencentCloudApi.create({
          name: 'production',
          regions: [REGION],
          simulation: true,
          endpoint: new URL(this.cloud.url),
          credentials: { source: 'keys', ...KEYS },
        }),
      },
      log: {
        info: line => this.lines.push(line),
        warn: line => this.lines.push(line),
      },
      signal: new AbortController().signal,
      dryRun: false,
      creations: this.#creations,
      ...changes,
    };
  }

  /** @returns the id of a cluster that runs, with a super node on request */
  async runningCluster(options: { superNode?: boolean } = {}): Promise<string> {
    const context = this.context();
    const { clusterId = '' } = await createCluster(context, this.input);
    await waitClusterRunning(context, { clusterId });
    if (options.superNode) {
      await createSuperNode(context, { clusterId, ...SUPER_NODE });
    }
    return clusterId;
  }

  /** How often the cloud was asked to do something, whatever came of it. */
  calls(action: string): number {
    return this.cloud.journal.filter(entry => entry.action === action).length;
  }

  async stop(): Promise<void> {
    await this.cloud.stop();
  }
}
