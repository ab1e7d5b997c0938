export { type CloudChoiceQuery } from './CloudChoiceQuery';
export { readCloudChoices } from './readCloudChoices';
