export { tkeCiliumApiRef } from './TkeCiliumApi';
export type { TkeCiliumApi } from './TkeCiliumApi';
export { TkeCiliumClient } from './TkeCiliumClient';
