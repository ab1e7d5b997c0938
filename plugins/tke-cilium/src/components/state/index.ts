export { ObservationAge } from './ObservationAge';
export { PhaseAnnouncer } from './PhaseAnnouncer';
export { StateHeadline } from './StateHeadline';
export { StateIcon } from './StateIcon';
export { StateNotice } from './StateNotice';
export { StatusLabel } from './StatusLabel';
