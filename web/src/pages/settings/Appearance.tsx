import { type MantineColorScheme, Radio, Stack, useMantineColorScheme } from '@mantine/core';

/** Light or dark, kept in this browser. */
export function Appearance() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Radio.Group
      label="Colours"
      description="Kept in this browser."
      value={colorScheme}
      onChange={(value) => setColorScheme(value as MantineColorScheme)}
    >
      <Stack gap="xs" mt="sm">
        <Radio value="light" label="Light" />
        <Radio value="dark" label="Dark" />
        <Radio value="auto" label="Like the device" />
      </Stack>
    </Radio.Group>
  );
}
