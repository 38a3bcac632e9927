import { Button, Grid, Stack } from '@mantine/core';
import { IconDownload, IconSend } from '@tabler/icons-react';
import { Link } from 'react-router';
import { hasPage } from '@/app/registry';
import { PageHeader } from '@/ui/PageHeader';
import { AccountsCard } from './AccountsCard';
import { Attention } from './Attention';
import { Failed } from './Failed';
import { Figures } from './Figures';
import { NewestClips } from './NewestClips';
import { Running } from './Running';

const actions = [
  { to: '/get', name: 'Get clips', icon: IconDownload },
  { to: '/publish', name: 'Make a post', icon: IconSend },
];
const today = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' });

/** What needs somebody, what runs, what failed, what there is. */
export function Component() {
  return (
    <>
      <PageHeader
        title="Home"
        actions={actions
          .filter(({ to }) => hasPage(to))
          .map(({ to, name, icon: Mark }) => (
            <Button
              key={to}
              component={Link}
              to={to}
              variant="default"
              leftSection={<Mark aria-hidden size={18} />}
            >
              {name}
            </Button>
          ))}
      >
        {today.format()}
      </PageHeader>
      <Stack gap="lg">
        <Figures />
        <Grid gutter="lg">
          <Grid.Col span={{ base: 12, md: 7 }}>
            <Stack gap="lg">
              <Attention />
              <Running />
              <Failed />
              <NewestClips />
            </Stack>
          </Grid.Col>
          <Grid.Col span={{ base: 12, md: 5 }}>
            <AccountsCard />
          </Grid.Col>
        </Grid>
      </Stack>
    </>
  );
}
