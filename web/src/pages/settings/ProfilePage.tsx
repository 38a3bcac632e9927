import { Stack, Text } from '@mantine/core';
import { useMe } from '@/api/session';
import { PageHeader } from '@/ui/PageHeader';
import { Section } from '@/ui/Section';
import { Appearance } from './Appearance';
import { PasswordForm } from './PasswordForm';
import { Sessions } from './Sessions';
import { SettingsNav } from './SettingsNav';

const roles = {
  administrator: 'Administrator: may also add people and see how the server does, but never their content.',
  member: 'Member: has an archive, accounts and keys of their own.',
} as const;

/** Who is signed in, their password, how the pages look, where they are signed in. */
export function Component() {
  const me = useMe();
  return (
    <>
      <PageHeader title="Settings">You, your password, and how Clipyard looks in this browser.</PageHeader>
      <SettingsNav />
      <Stack gap="lg" maw={720}>
        <Section title="You">
          <Text fw={600}>{me.data?.name}</Text>
          <Text size="sm" c="dimmed">
            {me.data && roles[me.data.role]}
          </Text>
        </Section>
        <Section title="Password">
          <PasswordForm />
        </Section>
        <Section title="Appearance">
          <Appearance />
        </Section>
        <Section title="Signed in">
          <Sessions />
        </Section>
      </Stack>
    </>
  );
}
