import { ProblemTextKey } from './tkeCiliumProblemsTranslationRef';

/** Simplified Chinese for `tkeCiliumProblemsTranslationRef`; the type refuses a missing code. */
const messages: Record<ProblemTextKey, string> = {
  'cluster-unreachable.message': 'API Server 没有应答{{because}}。',
  'cluster-unreachable.remedy':
    '请确认集群正在运行、其访问端点对本后端开放，且 kubeconfig 有效。',
  'permission-missing.message': '该连接无权读取 {{collection}}{{because}}。',
  'permission-missing.remedy':
    '请为 kubeconfig 的账号授予对它的 list 和 watch 权限；在此之前，相关状态未知。',
  'read-failed.message': '读取 {{collection}} 失败{{because}}。',
  'read-failed.remedy':
    '系统会自动重试；若持续失败，请检查 API Server 的健康状况。',
  'release-failed.message':
    'Helm Release cilium 的修订版本 {{revision}} 失败。',
  'release-failed.remedy': '请查看该次安装的日志，排除原因后重新运行安装。',
  'release-changed-elsewhere.message':
    'Helm Release cilium 的版本 {{revision}} 不是由安装流程创建的（安装流程创建的是版本 {{installed}}），其 values 可能与安装方案不同。',
  'release-changed-elsewhere.remedy':
    '请用 "helm get values cilium --namespace kube-system" 查看改动，再用需要保留的 values 重新运行安装；试运行会列出将要变更的内容。',
  'profile-different.message':
    'Cilium 是按安装方案 {{found}} 安装的，而不是 {{expected}}。',
  'profile-different.remedy': '请用所需的安装方案重新运行安装，或修改期望。',
  'release-pending-stale.message':
    'Helm Release cilium 的修订版本 {{revision}} 停留在 {{status}}：执行它的 Helm 进程已被终止。',
  'release-pending-stale.remedy':
    '请重新运行安装，它会先恢复该 Release 再继续。',

  'network-global-router.message':
    '集群使用 Global Router 网络（存在 DaemonSet kube-system/tke-bridge-agent）。',
  'network-global-router.remedy':
    '以此方式安装 Cilium 需要 VPC-CNI 共享网卡模式的集群。集群网络模式不可更改，请新建集群。',
  'network-dataplane-v2.message':
    '集群使用 DataPlaneV2，即 TKE 自带的 Cilium（{{evidence}}）。',
  'network-dataplane-v2.remedy':
    '无法在其之外再安装一个 Cilium。请创建不启用 DataPlaneV2 的集群。',
  'network-cilium-overlay.message':
    '集群使用 TKE 的 Cilium Overlay 网络（{{evidence}}）。',
  'network-cilium-overlay.remedy':
    '两套 Cilium 会互相破坏。请创建使用 VPC-CNI 且不启用 DataPlaneV2 的集群。',
  'network-unknown.message':
    '集群网络不是 VPC-CNI：DaemonSet kube-system/tke-eni-agent 不存在。',
  'network-unknown.remedy':
    'Cilium 需要配合 VPC-CNI 使用。请确认已安装 eniipamd 组件，且这是 VPC-CNI 网络的 TKE 集群。',
  'foreign-cilium.message': '集群中已有他人安装的 Cilium（{{evidence}}）。',
  'foreign-cilium.remedy':
    '请按其安装方式将其卸载并重建节点，或将其保留并用原来的工具管理。',
  'eni-agent-too-old.message':
    'tke-eni-agent {{version}} 版本过低：低于 {{minimum}} 时，其路由表与 Cilium 的 2004、2005 号路由表冲突。',
  'eni-agent-too-old.remedy':
    '请升级 eniipamd 组件，或运行升级 ENI Agent 镜像的步骤。',
  'eni-agent-not-ready.message':
    'kube-system/tke-eni-agent 的 Pod 已就绪 {{ready}}/{{desired}}。',
  'eni-agent-not-ready.remedy':
    '请查看其 Pod 的事件和日志。缺少它时，节点上的 Pod 无法获得地址。',
  'cni-config-missing.message': 'ConfigMap kube-system/{{name}} 不存在。',
  'cni-config-missing.remedy':
    '请运行应用 CNI 配置的步骤。没有它时启动的 Agent 会一直等待。',
  'cni-config-different.message':
    'ConfigMap kube-system/{{name}} 与文档要求不一致（{{difference}}）。',
  'cni-config-different.remedy':
    '请运行应用 CNI 配置的步骤，然后重启 DaemonSet cilium：Agent 只在启动时读取它。',
  'cilium-config-missing.message':
    'Helm Release 存在，但 ConfigMap kube-system/{{name}} 不存在。',
  'cilium-config-missing.remedy':
    '请重新运行安装，它会补上缺失的对象。在此之前重启的 Agent 无法启动。',
  'cilium-config-broken.message':
    'ConfigMap kube-system/cilium-config 不满足 VPC-CNI 的要求：{{differences}}。',
  'cilium-config-broken.remedy':
    '请使用安装方案中的参数重新运行安装，然后重启 DaemonSet cilium。有人修改了该 ConfigMap，或用其它 Helm 参数重新安装过。',
  'cilium-config-different.message':
    'ConfigMap kube-system/cilium-config 与文档建议不一致：{{differences}}。',
  'cilium-config-different.remedy':
    '请确认这是有意的。如果不是，请使用安装方案中的参数重新运行安装，然后重启 DaemonSet cilium。',
  'cilium-config-errors.message':
    'Cilium 在 ConfigMap kube-system/cilium-config 的注解中报告了配置错误：{{errors}}。',
  'cilium-config-errors.remedy':
    '请修正其中提到的 Helm 参数，然后重新运行安装。',
  'sysctl-fix-enabled.message':
    'DaemonSet kube-system/cilium 的 Agent 启动时会重新设置节点的 sysctl（init 容器 apply-sysctl-overwrites），可能导致 eth0 上的 Pod 流量被丢弃。',
  'sysctl-fix-enabled.remedy':
    '请使用安装方案 guide-2026-08，或 Helm 参数 sysctlfix.enabled=false 运行安装，然后替换或重启节点。',
  'api-server-address-drift.message':
    'Cilium 配置的 API Server 地址是 {{configured}}，实际地址是 {{current}}。',
  'api-server-address-drift.remedy':
    '请重新运行安装，它会从 EndpointSlice default/kubernetes 读取地址。在此之前重启的 Agent 无法连接 API Server。',
  'crds-missing.message':
    'Cilium Operator 已就绪，但缺少 CustomResourceDefinition：{{names}}。',
  'crds-missing.remedy':
    'Operator 在启动时注册它们。请重启 Deployment cilium-operator，并确认它有权创建 CustomResourceDefinition。',
  'tke-component-enabled.message':
    'TKE 组件 {{name}} 又被启用，运行在 {{pods}} 个节点上；它已由 Cilium 取代。',
  'tke-component-enabled.remedy':
    '请运行停用 TKE 组件的步骤。升级集群或组件可能会将其恢复。',

  'node-not-ready.message': '{{count}} 个节点未就绪（{{nodes}}）{{because}}。',
  'node-not-ready.remedy':
    '请查看节点的状况和事件。若 kubelet 没有上报，请在控制台检查实例；若无法恢复，请替换节点。',
  'node-taint-stuck.message':
    '{{count}} 个节点（{{nodes}}）上的 Agent 已就绪，但污点 node.cilium.io/agent-not-ready 未被移除。',
  'node-taint-stuck.remedy':
    '该污点由 Cilium Operator 移除。请确认它正在运行且有权更新节点。在此之前，Pod 不会调度到该节点。',
  'node-network-unavailable.message':
    '{{count}} 个节点（{{nodes}}）上的 Agent 已就绪，但 NetworkUnavailable 状况未被清除。',
  'node-network-unavailable.remedy':
    '该状况由 Cilium Operator 清除。请确认它正在运行且有权更新节点状态。',
  'node-address-unavailable.message':
    '{{count}} 个节点（{{nodes}}）上已没有可用的 Pod 地址。',
  'node-address-unavailable.remedy':
    '节点的弹性网卡没有空闲地址（污点 tke.cloud.tencent.com/eni-ip-unavailable）。请检查集群 VPC-CNI 子网的空闲地址，用尽时请添加子网。',
  'node-kernel-too-old.message':
    '{{count}} 个节点（{{nodes}}）的 Linux 内核 {{kernel}} 过低，Cilium 需要 {{minimum}}。',
  'node-kernel-too-old.remedy':
    '请使用 TencentOS Server 4（注解 node.tke.cloud.tencent.com/image-label=ts4-public）或 Ubuntu 22.04 创建节点池，并替换节点。',
  'cilium-node-missing.message':
    '{{count}} 个节点（{{nodes}}）上的 Agent 已就绪，但没有对应的 CiliumNode 对象。',
  'cilium-node-missing.remedy':
    '请重启该节点上的 Cilium Agent，它在启动时注册节点。在此之前，其他节点不知道该节点。',
  'unmanaged-pods.message':
    '{{pods}} 个 Pod 中有 {{unmanaged}} 个未由 Cilium 管理，没有对应的 CiliumEndpoint：{{names}}。',
  'unmanaged-pods.remedy':
    '请重启早于所在节点 Cilium Agent 的 Pod，网络策略对它们不生效。若新建的 Pod 仍未被管理，请确认节点上没有残留的 tke-cni-agent Pod。',
  'node-pool-failed.message':
    '节点池 {{pool}} 无法创建节点（{{reason}}）{{because}}。',
  'node-pool-failed.remedy':
    '请修正节点池的子网、安全组、可用区内在售的机型或限额；系统会自动重试。',
  'machine-failed.message':
    '节点池 {{pool}} 的机器 {{machine}} 失败（{{reason}}）{{because}}。',
  'machine-failed.remedy':
    '若该机型资源售罄，请为节点池添加机型或可用区；否则请在控制台检查该机器。',
  'startup-taint-missing.message':
    'Karpenter 节点池 {{pool}} 的节点启动时没有污点 node.cilium.io/agent-not-ready。',
  'startup-taint-missing.remedy':
    '请在 NodePool 的 spec.template.spec.startupTaints 中添加 {key: node.cilium.io/agent-not-ready, effect: NoSchedule}。缺少它时，Pod 会先于 Cilium 启动而不受管理，Karpenter 也会创建多余的节点。',

  'agent-daemon-set-missing.message':
    'Helm Release 存在，但 DaemonSet kube-system/cilium 不存在。',
  'agent-daemon-set-missing.remedy': '请重新运行安装，它会补齐缺失的对象。',
  'agent-image-pull-failed.message':
    '{{count}} 个节点（{{nodes}}）上的 Cilium Agent 无法拉取镜像 {{image}}（{{reason}}）{{because}}。',
  'agent-image-pull-failed.remedy':
    '请确认镜像仓库中存在该镜像，且节点可以访问该仓库。公共镜像源不提供服务等级保证；请将镜像同步到自己的仓库，并以该镜像源重新安装。',
  'agent-crash-loop.message':
    '{{count}} 个节点（{{nodes}}）上 Cilium Agent 的容器 {{container}} 反复崩溃，退出码 {{exitCode}}{{because}}。',
  'agent-crash-loop.remedy':
    '请查看崩溃容器的日志（kubectl -n kube-system logs --previous）。常见原因：API Server 地址不是 EndpointSlice default/kubernetes 中的地址、内核低于 5.10，或启用了不能与 ipam=delegated-plugin 共用的功能（Gateway API、Ingress、Envoy 配置）。',
  'agent-not-ready.message':
    '{{count}} 个节点（{{nodes}}）上的 Cilium Agent 未就绪{{because}}。',
  'agent-not-ready.remedy':
    '请查看该节点上 Agent Pod 的事件和日志。若节点被手动修改过，请重启 Agent Pod；仍未恢复时请替换节点。',
  'agent-missing-on-node.message':
    '{{count}} 个节点（{{nodes}}）上没有 Cilium Agent。',
  'agent-missing-on-node.remedy':
    '请检查 DaemonSet kube-system/cilium 的节点选择器、节点的 cilium.io/no-schedule 标签以及 DaemonSet 的事件。该节点上的 Pod 没有 Cilium 网络。',
  'operator-missing.message':
    'Cilium 已安装，但 Deployment kube-system/cilium-operator 不存在。',
  'operator-missing.remedy':
    '请重新运行安装。没有 Operator 时，CRD 不会注册，新节点的 agent-not-ready 污点也不会移除。',
  'operator-not-ready.message':
    'kube-system/cilium-operator 的副本已就绪 {{ready}}/{{expected}}{{because}}。',
  'operator-not-ready.remedy':
    '请查看 Operator Pod 的事件和日志。它需要一个非超级节点，主机端口 9963 空闲，每个节点一个副本。',
  'envoy-not-ready.message':
    '{{count}} 个节点（{{nodes}}）上 Cilium 的 Envoy 未就绪{{because}}。',
  'envoy-not-ready.remedy':
    '请查看该节点上 cilium-envoy Pod 的事件和日志。就绪之前，七层策略在该节点不生效。',
  'hubble-not-ready.message':
    'kube-system/{{name}} 的副本已就绪 {{ready}}/{{desired}}。',
  'hubble-not-ready.remedy':
    '请查看其 Pod 的事件和日志。没有它，集群网络仍可工作。',
  'kubernetes-version-too-old.message':
    '集群运行 Kubernetes {{kubernetesVersion}}，Cilium {{chartVersion}} 需要 {{minimum}} 或更高版本。',
  'kubernetes-version-too-old.remedy': '请升级集群，或新建集群。',
  'kubernetes-version-untested.message':
    'Cilium {{chartVersion}} 在 Kubernetes {{tested}} 上做过测试，集群运行的是 {{kubernetesVersion}}。',
  'kubernetes-version-untested.remedy':
    '通常可以正常工作。请先在没有生产负载的集群上验证。',
  'version-known-bad.message':
    'Cilium {{version}} 存在已知缺陷，{{fixedIn}} 已修复：{{defects}}。',
  'version-known-bad.remedy': '请计划升级到同一次要版本的最新补丁版本。',
};

export default messages;
