import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { accountsQuery } from '@/api/queries';

interface Props {
  /** Empty for none. */
  value: string;
  onChange: (value: string) => void;
}

/** Which account a key's posts go to when they name none. Not there while no account is connected. */
export function AccountChoice({ value, onChange }: Props) {
  const accounts = useQuery(accountsQuery);
  const list = accounts.data?.accounts ?? [];
  if (list.length === 0 && value === '') {
    return null;
  }

  const known = list.some((account) => account.account_id === value);
  return (
    <NativeSelect
      label="Default account"
      description="Where posts go that name no account."
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[
        { value: '', label: 'None' },
        ...(known || value === '' ? [] : [{ value, label: 'An account that is no longer connected' }]),
        ...list.map((account) => ({
          value: account.account_id,
          label: account.display_name ?? account.username ?? account.account_id,
        })),
      ]}
    />
  );
}
