import { Button, Card, Stack } from '@mantine/core';
import { IconLock, IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { MadePassword } from '@/api/schema';
import { useMe } from '@/api/session';
import { EmptyState } from '@/ui/EmptyState';
import { FailureAlert } from '@/ui/FailureAlert';
import { MoreButton } from '@/ui/MoreButton';
import { PageHeader } from '@/ui/PageHeader';
import { Rows } from '@/ui/Rows';
import { ListSkeleton } from '@/ui/Skeletons';
import { AddPersonModal } from './AddPersonModal';
import { PersonRow } from './PersonRow';
import { usePeople } from './peopleApi';
import { SecretShown } from './SecretShown';
import { SettingsNav } from './SettingsNav';

/** Everybody who may sign in, for administrators. */
export function Component() {
  const me = useMe();
  const isAdministrator = me.data?.role === 'administrator';
  const { query, rows } = usePeople(isAdministrator);
  const [isAdding, setAdding] = useState(false);
  const [made, setMade] = useState<MadePassword | null>(null);
  return (
    <>
      <PageHeader
        title="People"
        actions={
          isAdministrator && (
            <Button leftSection={<IconUserPlus aria-hidden size={18} />} onClick={() => setAdding(true)}>
              Add a person
            </Button>
          )
        }
      >
        Each has an archive, accounts and keys of their own that nobody else sees.
      </PageHeader>
      <SettingsNav />
      <Stack gap="lg">
        {made !== null && (
          <SecretShown
            title={`The password of ${made.person.name}`}
            secret={made.password}
            copy="Copy the password"
          >
            Hand it over now: it is shown this once. They change it after signing in, under Settings.
          </SecretShown>
        )}
        <Card>
          {!isAdministrator ? (
            <EmptyState icon={IconLock} title="For administrators">
              Ask one of them to add people or to change what somebody may do.
            </EmptyState>
          ) : (
            <>
              <FailureAlert
                error={query.error}
                title="The people could not be loaded"
                onRetry={() => void query.refetch()}
              />
              {query.isPending && <ListSkeleton rows={2} height={52} />}
              {rows.length > 0 && (
                <Rows label="People">
                  {rows.map((person) => (
                    <PersonRow
                      key={person.id}
                      person={person}
                      isMe={person.id === me.data?.id}
                      onPassword={setMade}
                    />
                  ))}
                </Rows>
              )}
              <MoreButton query={query} />
            </>
          )}
        </Card>
      </Stack>
      <AddPersonModal
        opened={isAdding}
        onClose={() => setAdding(false)}
        onMade={(password) => {
          setMade(password);
          setAdding(false);
        }}
      />
    </>
  );
}
