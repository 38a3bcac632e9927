import { Textarea } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { KeyAnswer } from '@/api/schema';
import { AccountChoice } from './AccountChoice';

/** What a key says where a request says nothing, as it is typed: empty for nothing. */
export interface KeyDefaults {
  account: string;
  caption: string;
}

/** The defaults of a key, to be changed; of a new one, to be made. */
export function readDefaults(key?: KeyAnswer): KeyDefaults {
  return { account: key?.default_account_id ?? '', caption: key?.default_caption ?? '' };
}

/** What the server is told. */
export function writeDefaults({ account, caption }: KeyDefaults) {
  return {
    default_account_id: account === '' ? null : account,
    default_caption: caption.trim() === '' ? null : caption,
  };
}

/** The fields for them, within a form that may have others. */
export function KeyDefaultFields<T extends KeyDefaults>({ form }: { form: UseFormReturnType<T> }) {
  return (
    <>
      <AccountChoice value={form.values.account} onChange={form.getInputProps('account').onChange} />
      <Textarea
        label="Default caption"
        description="For posts without any text."
        autosize
        minRows={2}
        {...form.getInputProps('caption')}
      />
    </>
  );
}
