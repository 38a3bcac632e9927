import { Anchor, Button, Card, Stack, Text } from '@mantine/core';
import { IconKey, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { MadeKeyAnswer } from '@/api/schema';
import { EmptyState } from '@/ui/EmptyState';
import { FailureAlert } from '@/ui/FailureAlert';
import { MoreButton } from '@/ui/MoreButton';
import { PageHeader } from '@/ui/PageHeader';
import { Rows } from '@/ui/Rows';
import { ListSkeleton } from '@/ui/Skeletons';
import { KeyRow } from './KeyRow';
import { useKeys } from './keysApi';
import { MadeKey } from './MadeKey';
import { MakeKeyModal } from './MakeKeyModal';
import { SettingsNav } from './SettingsNav';

/** What programs sign in with. */
export function Component() {
  const { query, rows } = useKeys();
  const [isMaking, setMaking] = useState(false);
  const [made, setMade] = useState<MadeKeyAnswer | null>(null);
  const make = (
    <Button leftSection={<IconPlus aria-hidden size={18} />} onClick={() => setMaking(true)}>
      Make a key
    </Button>
  );
  return (
    <>
      <PageHeader title="API keys" actions={rows.length > 0 && make}>
        What programs, agents and n8n sign in with instead of your password.
      </PageHeader>
      <SettingsNav />
      <Stack gap="lg">
        {made !== null && <MadeKey made={made} />}
        <Card>
          <FailureAlert
            error={query.error}
            title="The keys could not be loaded"
            onRetry={() => void query.refetch()}
          />
          {query.isPending && <ListSkeleton rows={3} height={60} />}
          {query.isSuccess && rows.length === 0 && (
            <EmptyState icon={IconKey} title="No key yet" action={make}>
              A key lets one program do what you choose, and can be taken back without touching anything else.
            </EmptyState>
          )}
          {rows.length > 0 && (
            <Rows label="API keys">
              {rows.map((key) => (
                <KeyRow key={key.id} apiKey={key} />
              ))}
            </Rows>
          )}
          <MoreButton query={query} />
        </Card>
        <Text size="sm" c="dimmed">
          A key is sent as <code>Authorization: Bearer KEY</code> or <code>X-API-Key: KEY</code>. All calls
          are described under{' '}
          <Anchor href="/docs" inherit underline="always">
            the interface
          </Anchor>
          .
        </Text>
      </Stack>
      <MakeKeyModal
        opened={isMaking}
        onClose={() => setMaking(false)}
        onMade={(key) => {
          setMade(key);
          setMaking(false);
        }}
      />
    </>
  );
}
