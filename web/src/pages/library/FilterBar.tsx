import { Button, CloseButton, NativeSelect, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { studentChoicesQuery } from '@/api/archive';
import type { ClipKind } from '@/api/schema';
import { type Filters, isFiltered, kinds, nothing, type SortName, sorts } from './filters';
import classes from './Library.module.css';

interface Props {
  filters: Filters;
  /** What stands in the field of the search, ahead of the filters while somebody types. */
  typed: string;
  onType: (q: string) => void;
  onChange: (filters: Filters) => void;
}

export function FilterBar({ filters, typed, onType, onChange }: Props) {
  const students = useQuery(studentChoicesQuery);
  const known = students.data?.students ?? [];
  const choices = known.map(({ student_id, username }) => ({
    value: student_id,
    label: `@${username} (${student_id})`,
  }));
  if (filters.student !== '' && !known.some(({ student_id }) => student_id === filters.student)) {
    choices.unshift({ value: filters.student, label: filters.student });
  }

  return (
    <search className={classes.filters}>
      <TextInput
        className={classes.search}
        label="Search"
        placeholder="Caption or creator"
        leftSection={<IconSearch aria-hidden size={18} />}
        rightSection={
          typed !== '' && <CloseButton aria-label="Clear the search" onClick={() => onType('')} />
        }
        value={typed}
        onChange={(event) => onType(event.currentTarget.value)}
      />
      <NativeSelect
        label="Student"
        size="md"
        value={filters.student}
        data={[{ value: '', label: 'All' }, ...choices]}
        onChange={(event) => onChange({ ...filters, q: typed, student: event.currentTarget.value })}
      />
      <NativeSelect
        label="Kind"
        size="md"
        value={filters.kind}
        data={[
          { value: '', label: 'All' },
          ...Object.entries(kinds).map(([value, label]) => ({ value, label })),
        ]}
        onChange={(event) =>
          onChange({ ...filters, q: typed, kind: event.currentTarget.value as ClipKind | '' })
        }
      />
      <TextInput
        label="Posted from"
        type="date"
        value={filters.from}
        max={filters.to || undefined}
        onChange={(event) => onChange({ ...filters, q: typed, from: event.currentTarget.value })}
      />
      <TextInput
        label="Posted to"
        type="date"
        value={filters.to}
        min={filters.from || undefined}
        onChange={(event) => onChange({ ...filters, q: typed, to: event.currentTarget.value })}
      />
      <NativeSelect
        label="Order"
        size="md"
        value={filters.sort}
        data={Object.entries(sorts).map(([value, { label }]) => ({ value, label }))}
        onChange={(event) => onChange({ ...filters, q: typed, sort: event.currentTarget.value as SortName })}
      />
      {isFiltered(filters) && (
        <Button
          className={classes.everything}
          variant="subtle"
          color="gray"
          size="compact-sm"
          onClick={() => onChange({ ...nothing, sort: filters.sort })}
        >
          Show everything
        </Button>
      )}
    </search>
  );
}
