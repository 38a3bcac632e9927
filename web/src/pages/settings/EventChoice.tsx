import { Checkbox, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { FailureAlert } from '@/ui/FailureAlert';
import { ListSkeleton } from '@/ui/Skeletons';
import { offeredEventsQuery } from './webhooksApi';

interface Props {
  value: string[];
  onChange: (value: string[]) => void;
  error?: React.ReactNode;
}

/** The kinds of event that a webhook can be told of. */
export function EventChoice({ value, onChange, error }: Props) {
  const offered = useQuery(offeredEventsQuery);
  if (offered.isPending) {
    return <ListSkeleton rows={4} height={40} />;
  }

  if (offered.isError) {
    return <FailureAlert error={offered.error} onRetry={() => void offered.refetch()} compact />;
  }

  const all = offered.data.events.map(({ type }) => type);
  const isAll = all.every((type) => value.includes(type));
  return (
    <Checkbox.Group label="Told of" value={value} onChange={onChange} error={error}>
      <Stack gap="sm" mt="sm">
        <Checkbox
          label="Everything"
          checked={isAll}
          indeterminate={!isAll && value.length > 0}
          onChange={() => onChange(isAll ? [] : all)}
        />
        {offered.data.events.map(({ type, description }) => (
          <Checkbox key={type} value={type} label={type} description={description} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
