export const pluginId = 'tke-cilium';
