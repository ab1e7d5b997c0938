import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { CloudChoiceField } from '../components/CloudChoice/CloudChoiceField';
import { cloudChoiceSchema } from './cloudChoiceSchema';
import { validateCloudChoice } from './validateCloudChoice';

/** `ui:field: TkeCloudChoice`, for the forms of software templates. */
export const cloudChoiceField = createFormField({
  name: 'TkeCloudChoice',
  component: CloudChoiceField,
  validation: validateCloudChoice,
  schema: cloudChoiceSchema,
});
