import { Badge, Button, Group } from '@mantine/core';
import type { MadePassword, PersonSummary } from '@/api/schema';
import { useConfirm } from '@/ui/ConfirmProvider';
import { showDone, showFailure } from '@/ui/notices';
import { Row } from '@/ui/Rows';
import { LocalTime, RelativeTime } from '@/ui/Times';
import { useChangeRole, useResetPassword } from './peopleApi';

interface Props {
  person: PersonSummary;
  isMe: boolean;
  onPassword: (made: MadePassword) => void;
}

/** Somebody who may sign in, and what an administrator can do for them. */
export function PersonRow({ person, isMe, onPassword }: Props) {
  const confirm = useConfirm();
  const changeRole = useChangeRole(person.id);
  const reset = useResetPassword(person.id);
  const isAdministrator = person.role === 'administrator';
  const change = async () => {
    const yes = await confirm({
      title: isAdministrator ? `Make ${person.name} a member?` : `Make ${person.name} an administrator?`,
      text: isAdministrator
        ? `${isMe ? 'You' : 'They'} can no longer add people or see how the server does.`
        : 'They can add people, reset passwords and see how the server does; never anybody else’s content.',
      confirm: isAdministrator ? 'Make a member' : 'Make an administrator',
    });
    if (yes) {
      changeRole.mutate(isAdministrator ? 'member' : 'administrator', {
        onError: showFailure,
        onSuccess: ({ name }) => showDone(`The role of ${name} is changed.`),
      });
    }
  };
  const makePassword = async () => {
    const yes = await confirm({
      title: `A new password for ${person.name}?`,
      text: 'The old one stops working at once, and they are signed out everywhere. Their API keys go on working.',
      confirm: 'Make a new password',
      dangerous: true,
    });
    if (yes) {
      reset.mutate(undefined, { onError: showFailure, onSuccess: onPassword });
    }
  };
  return (
    <Row
      title={
        <Group gap="xs">
          <span>{person.name}</span>
          {isMe && <Badge color="gray">You</Badge>}
          {isAdministrator && <Badge color="sky">Administrator</Badge>}
        </Group>
      }
      aside={
        <>
          <Button
            variant="default"
            size="xs"
            loading={changeRole.isPending}
            onClick={() => void change()}
            aria-label={`${isAdministrator ? 'Make a member' : 'Make an administrator'}: ${person.name}`}
          >
            {isAdministrator ? 'Make a member' : 'Make an administrator'}
          </Button>
          {!isMe && (
            <Button
              variant="default"
              size="xs"
              loading={reset.isPending}
              onClick={() => void makePassword()}
              aria-label={`New password for ${person.name}`}
            >
              New password
            </Button>
          )}
        </>
      }
    >
      Since <LocalTime at={person.created_at} />
      {person.locked_until !== null && Date.parse(person.locked_until) > Date.now() && (
        <>
          . Kept out after wrong passwords, until <RelativeTime at={person.locked_until} />
        </>
      )}
    </Row>
  );
}
