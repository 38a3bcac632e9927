import { Button, Group, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { accountsQuery } from '@/api/queries';
import { accountHandle } from '@/ui/names';
import type { Filters } from './filters';

interface Props {
  filters: Filters;
  onChange: (filters: Filters) => void;
}

/** Which account and which days. */
export function FilterBar({ filters, onChange }: Props) {
  const accounts = useQuery(accountsQuery);
  const choices = (accounts.data?.accounts ?? []).map((account) => ({
    value: account.account_id,
    label: accountHandle(account),
  }));
  const isFiltered = filters.account !== null || filters.from !== null || filters.to !== null;
  return (
    <Group gap="sm" align="flex-end">
      {(choices.length > 1 || filters.account !== null) && (
        <Select
          label="Account"
          placeholder="All accounts"
          data={choices}
          value={filters.account}
          onChange={(account) => onChange({ ...filters, account })}
          clearable
          clearButtonProps={{ 'aria-label': 'All accounts' }}
          w={200}
        />
      )}
      <TextInput
        label="From"
        type="date"
        size="sm"
        value={filters.from ?? ''}
        max={filters.to ?? undefined}
        onChange={(event) => onChange({ ...filters, from: event.currentTarget.value || null })}
        w={142}
      />
      <TextInput
        label="To"
        type="date"
        size="sm"
        value={filters.to ?? ''}
        min={filters.from ?? undefined}
        onChange={(event) => onChange({ ...filters, to: event.currentTarget.value || null })}
        w={142}
      />
      {isFiltered && (
        <Button
          variant="subtle"
          size="sm"
          onClick={() => onChange({ tab: filters.tab, account: null, from: null, to: null })}
        >
          Show all
        </Button>
      )}
    </Group>
  );
}
