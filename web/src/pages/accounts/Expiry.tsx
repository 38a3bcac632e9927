import { Text, Title } from '@mantine/core';
import type { AccountAnswer } from '@/api/schema';
import { LocalTime, RelativeTime } from '@/ui/Times';

/** How long TikTok lets Clipyard in, in plain words. */
export function Expiry({ account }: { account: AccountAnswer }) {
  const isUsable = account.state === 'connected';
  return (
    <div>
      <Title order={3} mb="xs">
        How long
      </Title>
      <Text size="sm">
        Connected since <LocalTime at={account.connected_at} />.{' '}
        {isUsable && account.refresh_expires_at !== null && (
          <>
            That holds until <LocalTime at={account.refresh_expires_at} /> (
            <RelativeTime at={account.refresh_expires_at} />
            ); then it has to be connected again.
          </>
        )}
      </Text>
      {isUsable && account.access_expires_at !== null && (
        <Text size="sm" c="dimmed" mt={4}>
          Clipyard renews the access by itself; the present one ends{' '}
          <RelativeTime at={account.access_expires_at} />.
        </Text>
      )}
    </div>
  );
}
