import { Stack } from '@mantine/core';
import type { MadeKeyAnswer } from '@/api/schema';
import { CodeBlock } from '@/ui/CodeBlock';
import { SecretShown } from './SecretShown';

/** A new key, this once, and a call that shows that it works. */
export function MadeKey({ made }: { made: MadeKeyAnswer }) {
  return (
    <Stack gap="xs">
      <SecretShown title={`The key “${made.name}”`} secret={made.key} copy="Copy the key">
        Copy it now: it is shown this once and kept nowhere, not even here.
      </SecretShown>
      <CodeBlock>{`curl -H 'Authorization: Bearer ${made.prefix}…' ${globalThis.location.origin}/api/me`}</CodeBlock>
    </Stack>
  );
}
