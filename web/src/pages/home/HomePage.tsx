import { Grid, Stack } from '@mantine/core';
import { PageHeader } from '@/ui/PageHeader';
import { AccountsCard } from './AccountsCard';
import { Attention } from './Attention';
import { Failed } from './Failed';
import { Figures } from './Figures';
import { NewestClips } from './NewestClips';
import { Running } from './Running';

const today = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' });

/** What needs somebody, what runs, what failed, what there is. */
export function Component() {
  return (
    <>
      <PageHeader title="Home">{today.format()}</PageHeader>
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
