/**
 * Simplified Chinese for the problems that only the log of a template says, by code. The log itself
 * is English, so the browser needs none of these.
 */
export const templateProblems: Readonly<
  Record<string, { message: string; remedy: string }>
> = {
  'helm-not-runnable': {
    message: '后端所在的主机无法以“{{command}}”运行 Helm：{{detail}}。',
    remedy:
      '请在该主机上安装 Helm 4，或者用配置项 tkeCilium.helm.command 或环境变量 TKE_CILIUM_HELM 指定程序。',
  },
  'helm-too-old': {
    message:
      '后端所在主机上的 Helm {{version}}（{{command}}）版本过低：安装需要 {{minimum}} 或更高版本。',
    remedy:
      '请在该主机上安装 Helm 4，或者用配置项 tkeCilium.helm.command 或环境变量 TKE_CILIUM_HELM 指定较新的程序。',
  },
  'collection-unknown': {
    message: '{{collection}} 的状态未知：{{detail}}。',
    remedy: '请稍后重试；若持续出现，请检查 API Server。',
  },
  'chart-version-invalid': {
    message: '“{{chartVersion}}”不是 Chart 的版本号。',
    remedy: '请填写完整的版本号，例如 1.18.3。',
  },
  'kubernetes-compatibility-unknown': {
    message:
      '不清楚 Cilium {{chartVersion}} 在哪些 Kubernetes 版本上做过测试；集群运行的是 {{kubernetesVersion}}。',
    remedy: '请查阅兼容性说明，或先在没有生产负载的集群上验证。',
  },
  'newer-patch-available': {
    message: 'Cilium {{newest}} 是比 {{version}} 更新的补丁版本。',
    remedy: '可以考虑使用更新的补丁版本。',
  },
  'eni-agent-version-unknown': {
    message:
      '无法从镜像“{{image}}”得知 tke-eni-agent 的版本；它必须是 {{minimum}} 或更高版本。',
    remedy: '请在控制台查看 eniipamd 组件的版本。',
  },
  'kube-proxy-deleted': {
    message: 'DaemonSet kube-system/kube-proxy 已被删除。',
    remedy:
      '这会妨碍集群以后的升级。请重新创建它，再像安装流程那样用 nodeSelector 关闭。',
  },
  'ip-masq-agent-present': {
    message: '集群安装了 ip-masq-agent 组件，它会与 Cilium 同时做地址伪装。',
    remedy:
      '无需处理：安装流程会关闭它，并保留其 ConfigMap，其中列出了 VPC 的网段。',
  },
  'karpenter-not-installed': {
    message: '集群没有安装 Karpenter 组件。',
    remedy:
      '如果要用 Karpenter 管理节点池，请安装该组件。原生节点池和普通节点池不需要它。',
  },
  'nodes-before-cilium': {
    message: '在安装 Cilium 之前已有节点：{{count}} 个节点（{{nodes}}）。',
    remedy:
      '请移除这些节点，安装之后再添加。若必须保留，请选择接受已有节点，并在安装后逐个重启或重建：在此之前 kube-proxy 的规则仍然有效。',
  },
  'api-server-address-missing': {
    message: 'default/kubernetes 的 EndpointSlice 没有就绪的 IPv4 地址。',
    remedy:
      'API Server 重启时它可能短暂为空，请重试；若持续为空，请检查命名空间 default 中的 EndpointSlice。',
  },
  'api-server-address-not-link-local': {
    message:
      'API Server 的地址是 {{host}}；TKE 托管集群的地址在 169.254.0.0/16 之内。',
    remedy:
      '请确认这是 TKE 托管集群。不能使用负载均衡的地址：Cilium 会拦截它，从而失去与 API Server 的连接。',
  },
  'api-server-port-unusual': {
    message:
      'default/kubernetes 的 EndpointSlice 的端口是 {{port}}；TKE 托管集群是 {{expected}}。',
    remedy: '请确认该端口正确，安装流程会使用它。',
  },
  'release-pending': {
    message:
      'Helm Release cilium 的修订版本 {{revision}} 处于 {{status}}：安装正在进行，或者已被终止。',
    remedy: '如果没有别的安装在进行，请运行安装，它会恢复该 Release。',
  },
  'release-uninstalling': {
    message: 'Helm Release cilium 正在卸载。',
    remedy:
      '请等待卸载完成；若一直未完成，请执行 "helm uninstall cilium --namespace kube-system"。',
  },

  'value-not-allowed': {
    message: '{{path}} 是 {{found}}，必须是 {{expected}}：{{consequence}}。',
    remedy: '请从 values 中删除它，安装方案会设置。',
  },
  'local-router-ipv4-missing': {
    message:
      'extraConfig.local-router-ipv4 是 {{found}}：由 TKE 分配地址时，Agent 启动即退出。',
    remedy: '请从 values 中删除它，安装方案会设置。',
  },
  'local-router-ipv4-conflict': {
    message: 'extraConfig.local-router-ipv4 是 {{address}}，{{conflict}}。',
    remedy: '请从 values 中删除它，安装方案会设置一个空闲地址。',
  },
  'local-router-ipv4-changed': {
    message:
      'extraConfig.local-router-ipv4 是 {{address}}；在 TKE 节点上只确认 {{expected}} 是空闲的。',
    remedy: '除非有把握，请从 values 中删除它。',
  },
  'local-router-ipv6-missing': {
    message:
      '开启了 ipv6.enabled，但没有设置 extraConfig.local-router-ipv6：由 TKE 分配地址时，Agent 启动即退出。',
    remedy: '请从 values 中删除 ipv6.enabled，该 CNI 链没有 IPv6。',
  },
  'feature-needs-own-ipam': {
    message:
      '由 TKE 分配地址时不能使用 {{path}}：Agent 启动即退出（使用 --ipam=delegated-plugin 时必须关闭 --{{flag}}）。',
    remedy:
      '请从 values 中删除它。在这里，Gateway API 和 Ingress 需要使用其他控制器。',
  },
  'sysctlfix-enabled': {
    message:
      '开启了 sysctlfix.enabled：其 init 容器会重启 systemd-sysctl，可能把 eth0 的 rp_filter 改回 1，导致 Pod 的流量被丢弃。',
    remedy: '请把 sysctlfix.enabled 设为 false，或使用安装方案 guide-2026-08。',
  },
  'api-server-host-differs': {
    message:
      'k8sServiceHost 是 {{found}}；default/kubernetes 的 EndpointSlice 是 {{expected}}。',
    remedy:
      '请从 values 中删除它。不能使用负载均衡的地址：Cilium 会拦截它，从而失去与 API Server 的连接。',
  },
  'api-server-port-differs': {
    message:
      'k8sServicePort 是 {{found}}；default/kubernetes 的 EndpointSlice 是 {{expected}}。',
    remedy: '请从 values 中删除它。',
  },
  'ip-masq-agent-without-bpf': {
    message:
      'ipMasqAgent.enabled 需要 enableIPv4Masquerade 和 bpf.masquerade：缺少它们时，Agent 启动即退出。',
    remedy:
      '请把 enableIPv4Masquerade 和 bpf.masquerade 设为 true，或删除 ipMasqAgent.enabled。',
  },
  'masquerade-without-cidrs': {
    message:
      '开启了 enableIPv4Masquerade，但 ipMasqAgent.enabled 和 ipv4NativeRoutingCIDR 都没有说明哪些地址不做伪装：Agent 启动即退出。',
    remedy:
      '请使用选项“masquerade”并列出 VPC 的全部网段，或把 enableIPv4Masquerade 设为 false。',
  },
  'masquerade-without-bpf': {
    message:
      '开启了 enableIPv4Masquerade，但没有开启 bpf.masquerade：在 TKE 上只有 BPF 方式可用。',
    remedy: '请把 bpf.masquerade 设为 true。',
  },
  'cidr-invalid': {
    message: '{{path}} 是“{{cidr}}”：{{reason}}。',
    remedy: '请更正该网段。',
  },
  'vpc-cidrs-missing': {
    message: '通过节点访问公网时，需要知道 VPC 的网段。',
    remedy:
      '请列出 VPC 的全部网段，包括辅助网段：发往遗漏网段的流量会被做地址伪装。',
  },
  'egress-gateway-excludes': {
    message: 'egressGateway.enabled 与 {{path}} 互斥。',
    remedy: '请删除其中之一。',
  },
  'egress-gateway-needs': {
    message:
      'egressGateway.enabled 需要 {{path}}：缺少它时，Agent 启动即退出。',
    remedy: '请使用选项“masquerade”并列出 VPC 的全部网段。',
  },
  'egress-gateway-without-ip-masq-agent': {
    message:
      '开启了 egressGateway.enabled，但没有 ipMasqAgent：发往 VPC 辅助网段的流量会被做地址伪装，网络策略无法再识别来源 Pod。',
    remedy:
      '请使用选项“masquerade”并列出 VPC 的全部网段，同时使用安装方案 guide-2026-08。',
  },
  'cluster-name-invalid': {
    message: 'cluster.name“{{name}}”不可用：{{reason}}。',
    remedy: '请使用集群 ID，例如 cls-a1b2c3d4。',
  },
  'image-registry-invalid': {
    message: '“{{registry}}”不是镜像仓库的地址。',
    remedy:
      '请填写主机名和可选的路径，不带协议，例如 my-registry.tencentcloudcr.com。',
  },
  'operator-replicas-invalid': {
    message: 'Operator 的副本数不能是 {{replicas}}。',
    remedy: '请填写不小于 1 的整数；Chart 的默认值是 2。',
  },

  'cluster-input-invalid': {
    message: '无法创建该集群：{{field}}：{{reason}}。',
    remedy: '请更正输入。',
  },
  'cluster-version-too-old': {
    message:
      'Kubernetes {{version}} 版本过低：安装方案 {{profile}} 需要 {{minimum}} 或更高版本。',
    remedy: '请选择更新的版本。',
  },
  'cluster-version-not-offered': {
    message: 'TKE 不提供 Kubernetes {{version}}，可选版本：{{offered}}。',
    remedy: '请选择其中之一。',
  },
  'cluster-vpc-not-found': {
    message: '该账号的这个地域中没有 VPC {{vpc}}。',
    remedy: '请选择其他 VPC、账号或地域。',
  },
  'cluster-subnet-not-found': {
    message: '{{vpc}} 中没有子网 {{subnet}}。',
    remedy: '请选择该集群 VPC 中的子网。',
  },
  'cluster-subnets-full': {
    message: '子网 {{subnets}} 没有空闲地址可供 Pod 使用。',
    remedy: '请选择其他子网，或释放其中的地址。',
  },
  'cluster-node-subnets-full': {
    message:
      '子网 {{subnets}} 有 {{free}} 个空闲地址，需要 {{needed}} 个：每个节点一个，API Server 的访问一个。',
    remedy: '请选择该 VPC 的其他子网，或减少初始节点数。',
  },
  'cluster-security-group-not-found': {
    message: '该账号的这个地域中没有安全组 {{securityGroup}}。',
    remedy: '请选择已有的安全组。',
  },
  'cluster-ssh-key-not-found': {
    message: '该账号的这个地域中没有 SSH 密钥 {{sshKey}}。',
    remedy: '请选择已有的密钥。',
  },
  'cluster-machines-not-sold': {
    message: '{{zones}} 目前无法购买 {{machines}}；有售的可用区：{{sellers}}。',
    remedy: '请选择其他机型或机型族，或为节点选择有售可用区中的子网。',
  },
  'cluster-version-too-old-for-chart': {
    message:
      'Kubernetes {{version}} 对 Cilium {{chartVersion}} 来说版本过低，后者需要 {{minimum}} 或更高版本。',
    remedy: '请选择更新的 Kubernetes，或较旧的 Cilium。',
  },
  'cluster-chart-not-available': {
    message:
      'Helm 在此后端的主机上无法获取 Cilium {{chartVersion}} 的 Chart：{{detail}}。',
    remedy:
      '请选择存在的版本，或请管理员将其 Chart 放入后端的 tkeCilium.helm.chartsDirectory。',
  },
  'cluster-service-cidr-overlaps': {
    message: 'Service 网段 {{cidr}} 与 VPC 的 {{other}} 重叠。',
    remedy: '请选择 VPC 没有使用的网段。',
  },
  'cluster-without-entity': {
    message:
      '目录中不会有该集群的实体，后续步骤都无法处理它：没有设置 catalog.providers.tkeCilium.fromTencentCloud。',
    remedy: '请在此 Backstage 中添加目录模块，并在其配置中将该项设为 true。',
  },
  'cluster-without-connection': {
    message:
      '此 Backstage 不会连接该集群：tkeCilium.tencentCloud.accounts 中的账号“{{account}}”不接受来源为 {{origin}} 的集群。',
    remedy:
      '请在此 Backstage 的配置中为该账号设置 clustersFromCatalog，并在 origins 中包含 tke-cilium:tencent-cloud/。',
  },
  'cluster-endpoint-not-used': {
    message:
      '将要开启的是 {{endpoint}} 访问，而此 Backstage 通过 {{configured}} 地址连接账号“{{account}}”的集群，无法继续。',
    remedy:
      '请选择另一种访问方式，或请管理员修改 tkeCilium.tencentCloud.accounts 中该账号的 clustersFromCatalog.endpoint。',
  },
  'cluster-is-another': {
    message: '{{cluster}} 已使用此名称，但有所不同：{{differences}}。',
    remedy: '请使用其他名称，或按现有集群的设置填写。',
  },
  'cluster-stays-as-it-is': {
    message: '{{cluster}} 将按现状使用：{{differences}}。',
    remedy: '如有需要，请在控制台修改。',
  },
  'cluster-addresses-change': {
    message:
      '{{cluster}} 的 Pod 不固定 IP，Karpenter 可能把地址不足当作节点不足，从而创建过多节点。',
    remedy:
      '请留意节点数量。创建时启用 Karpenter 的集群使用固定 IP；此项之后无法更改。',
  },
  'node-pool-input-invalid': {
    message: '无法创建该节点池：{{field}}：{{reason}}。',
    remedy: '请更正输入。',
  },
};
