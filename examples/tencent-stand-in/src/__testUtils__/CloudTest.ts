import { tke } from 'tencentcloud-sdk-nodejs/tencentcloud/services/tke';
import { startTencentCloud } from '../server/startTencentCloud';
import { TencentCloud, TencentCloudOptions } from '../server/types';

const ACCOUNT = { secretId: 'AKIDtest', secretKey: 'secret' };
const REGION = 'ap-guangzhou';
// A signature is good for five real minutes, so the cloud's pass faster.
const SPEED = 60;

/** A minute in the cloud. */
export const MINUTE = 60_000 / SPEED;

/** What makes a cluster. */
export function clusterRequest(
  changes: { serviceCidr?: string; karpenter?: boolean } = {},
) {
  return {
    ClusterType: 'MANAGED_CLUSTER',
    ClusterBasicSettings: {
      ClusterName: 'demo',
      ClusterVersion: '1.34.1',
      VpcId: 'vpc-demo0001',
    },
    ClusterCIDRSettings: {
      ServiceCIDR: changes.serviceCidr ?? '172.16.0.0/20',
      EniSubnetIds: ['subnet-demopod1'],
    },
    ClusterAdvancedSettings: {
      NetworkType: 'VPC-CNI',
      DeletionProtection: true,
    },
    ...(changes.karpenter && {
      ExtensionAddons: [
        {
          AddonName: 'karpenter',
          AddonParam: JSON.stringify({
            kind: 'App',
            spec: { chart: { chartName: 'karpenter' } },
          }),
        },
      ],
    }),
  };
}

/** A cloud whose time passes when a test says so, with the SDK's clients of it. */
export class CloudTest {
  readonly cloud: TencentCloud;
  readonly #pass: (milliseconds: number) => void;

  static async start(
    options: Partial<TencentCloudOptions> = {},
  ): Promise<CloudTest> {
    let now = Date.now();
    const cloud = await startTencentCloud({
      ...ACCOUNT,
      now: () => now,
      speed: SPEED,
      ...options,
    });
    return new CloudTest(cloud, milliseconds => {
      now += milliseconds;
    });
  }

  private constructor(
    cloud: TencentCloud,
    pass: (milliseconds: number) => void,
  ) {
    this.cloud = cloud;
    this.#pass = pass;
  }

  /** The client of the version 2018-05-25. */
  get sdk() {
    return this.sdkIn(REGION);
  }

  /** The same of another region. */
  sdkIn(region: string) {
    return new tke.v20180525.Client(this.#config(region));
  }

  /** That of 2022-05-01. */
  get sdk2022() {
    return new tke.v20220501.Client(this.#config(REGION));
  }

  pass(milliseconds: number): void {
    this.#pass(milliseconds);
  }

  /** @returns the id of a cluster that is being created */
  async createCluster(
    changes: Parameters<typeof clusterRequest>[0] = {},
  ): Promise<string> {
    const { ClusterId } = await this.sdk.CreateCluster(clusterRequest(changes));
    return ClusterId!;
  }

  /** @returns the id of a cluster that runs */
  async runningCluster(
    changes?: Parameters<CloudTest['createCluster']>[0],
  ): Promise<string> {
    const clusterId = await this.createCluster(changes);
    this.pass(6 * MINUTE);
    return clusterId;
  }

  async addSuperNode(clusterId: string): Promise<string> {
    const { NodePoolId } = await this.sdk.CreateClusterVirtualNodePool({
      ClusterId: clusterId,
      Name: 'bootstrap',
      SecurityGroupIds: ['sg-demo0001'],
      VirtualNodes: [{ DisplayName: 'one', SubnetId: 'subnet-demonode' }],
    });
    this.pass(2 * MINUTE);
    return NodePoolId!;
  }

  /** What DescribeClusters says of it. */
  async statusOf(clusterId: string): Promise<string | undefined> {
    const { Clusters } = await this.sdk.DescribeClusters({
      ClusterIds: [clusterId],
    });
    return Clusters?.[0]?.ClusterStatus;
  }

  /** Version and phase of an addon, as DescribeAddon says them. */
  async addon(clusterId: string, name: string): Promise<string> {
    const { Addons } = await this.sdk.DescribeAddon({
      ClusterId: clusterId,
      AddonName: name,
    });
    return `${Addons?.[0].AddonVersion} ${Addons?.[0].Phase}`;
  }

  async stop(): Promise<void> {
    await this.cloud.stop();
  }

  #config(region: string) {
    return {
      credential: ACCOUNT,
      region,
      profile: {
        httpProfile: {
          protocol: 'http://',
          endpoint: this.cloud.url.replace('http://', ''),
          reqTimeout: 1,
        },
      },
    };
  }
}
