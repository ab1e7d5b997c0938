import { Text } from '@backstage/ui';

/** At most two names, and how many more there are; all of them on pointing. */
export function Names(props: {
  names: readonly string[];
  /** What stands there for none. */
  none: string;
}) {
  const { names, none } = props;
  const rest = names.length - 2;
  return (
    <Text variant="body-medium" title={names.join(', ')}>
      {names.length === 0 ? none : names.slice(0, 2).join(', ')}
      {rest > 0 && (
        <Text variant="body-medium" color="secondary">
          {' '}
          +{rest}
        </Text>
      )}
    </Text>
  );
}
