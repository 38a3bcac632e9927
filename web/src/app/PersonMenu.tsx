import { Avatar, Menu, Text, UnstyledButton, useMantineColorScheme, VisuallyHidden } from '@mantine/core';
import {
  IconApi,
  IconCheck,
  IconDeviceDesktop,
  IconLogout,
  IconMoon,
  IconSelector,
  IconSun,
} from '@tabler/icons-react';
import { useMe } from '@/api/session';
import classes from './PersonMenu.module.css';
import { useLeave } from './useLeave';

const schemes = [
  { value: 'light', label: 'Light', icon: IconSun },
  { value: 'dark', label: 'Dark', icon: IconMoon },
  { value: 'auto', label: 'Like the device', icon: IconDeviceDesktop },
] as const;

/** Who is signed in; how the pages look; the way out. */
export function PersonMenu({ compact = false }: { compact?: boolean }) {
  const me = useMe();
  const { leave, leaveEverywhere } = useLeave();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const name = me.data?.name ?? '';

  return (
    <Menu position={compact ? 'bottom-end' : 'top-start'} width={230} withinPortal>
      <Menu.Target>
        <UnstyledButton className={classes.person} data-compact={compact || undefined}>
          <Avatar
            aria-hidden
            size={compact ? 32 : 30}
            radius="xl"
            color="pine"
            variant="filled"
            name={name}
          />
          <VisuallyHidden>You: {compact && name}</VisuallyHidden>
          {!compact && (
            <>
              <Text span fw={600} truncate flex={1}>
                {name}
              </Text>
              <IconSelector aria-hidden size={16} />
            </>
          )}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Appearance</Menu.Label>
        {schemes.map((scheme) => (
          <Menu.Item
            key={scheme.value}
            leftSection={<scheme.icon aria-hidden size={16} />}
            rightSection={colorScheme === scheme.value ? <IconCheck aria-hidden size={16} /> : undefined}
            onClick={() => setColorScheme(scheme.value)}
          >
            {scheme.label}
            {colorScheme === scheme.value && <VisuallyHidden>, chosen</VisuallyHidden>}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item component="a" href="/docs" leftSection={<IconApi aria-hidden size={16} />}>
          The interface (API)
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout aria-hidden size={16} />} onClick={leave}>
          Sign out
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout aria-hidden size={16} />} onClick={() => void leaveEverywhere()}>
          Sign out everywhere
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
