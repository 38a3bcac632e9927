import { Alert, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { quotaQuery } from '@/api/quota';

interface Props {
  accountId: string;
  mode: 'inbox' | 'direct';
}

/** That TikTok takes no more at this moment, before somebody sends; nothing while it does. */
export function RoomLeft({ accountId, mode }: Props) {
  const quota = useQuery(quotaQuery(accountId));
  const day = mode === 'inbox' ? quota.data?.pending_drafts : quota.data?.direct_posts;
  if (day?.left !== 0) {
    return null;
  }

  return (
    <Alert color="amber" title="It has to wait">
      <Text size="sm">
        {mode === 'inbox'
          ? `${day.used} drafts of the last 24 hours wait in the inbox, and TikTok takes no more. This one goes out once some are posted, discarded or a day old.`
          : `${day.used} direct posts went out in the last 24 hours, and TikTok takes no more. This one goes out when the first of them is a day old.`}
      </Text>
    </Alert>
  );
}
