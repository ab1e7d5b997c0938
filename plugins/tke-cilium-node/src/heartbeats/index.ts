export * from './HeartbeatMonitor';
