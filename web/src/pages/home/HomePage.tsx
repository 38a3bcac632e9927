import { Grid, Stack } from '@mantine/core';
import { useMe } from '@/api/session';
import { PageHeader } from '@/ui/PageHeader';
import { AccountsCard } from './AccountsCard';
import { Attention } from './Attention';
import { Failed } from './Failed';
import { Figures } from './Figures';
import { Running } from './Running';

/** What needs somebody, what runs, what failed, what there is. */
export function Component() {
  const me = useMe();
  return (
    <>
      <PageHeader title="Home">{me.data == null ? undefined : `Signed in as ${me.data.name}`}</PageHeader>
      <Stack gap="lg">
        <Figures />
        <Grid gutter="lg">
          <Grid.Col span={{ base: 12, md: 7 }}>
            <Stack gap="lg">
              <Attention />
              <Running />
              <Failed />
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
