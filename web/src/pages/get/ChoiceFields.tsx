import { Checkbox, Group, NativeSelect, NumberInput, Stack } from '@mantine/core';
import type { Choices } from './useStart';

const qualities = [
  { value: '', label: "The server's usual one" },
  { value: 'compatible', label: 'Best that plays everywhere (H.264)' },
  { value: 'best', label: 'Best there is (often H.265)' },
  { value: 'hd', label: 'Up to 1080 pixels' },
  { value: 'sd', label: 'Up to 720 pixels' },
  { value: 'ld', label: 'Up to 480 pixels' },
  { value: 'worst', label: 'Smallest' },
];

interface Props {
  choices: Choices;
  onChange: (choices: Choices) => void;
  /** Whether a creator is among what is fetched: then it has to be said how many posts. */
  hasCreator: boolean;
}

export function ChoiceFields({ choices, onChange, hasCreator }: Props) {
  return (
    <Stack gap="md">
      <Group align="flex-end" gap="lg">
        <NativeSelect
          label="Quality"
          size="md"
          data={qualities}
          value={choices.quality}
          disabled={choices.audioOnly}
          onChange={(event) => onChange({ ...choices, quality: event.currentTarget.value })}
        />
        <Checkbox
          label="Only the sound"
          mb={10}
          radius="xs"
          checked={choices.audioOnly}
          onChange={(event) => onChange({ ...choices, audioOnly: event.currentTarget.checked })}
        />
      </Group>
      {hasCreator && (
        <Group align="flex-end" gap="lg">
          <NumberInput
            label="Posts of a creator"
            size="md"
            w={160}
            min={1}
            max={500}
            allowDecimal={false}
            clampBehavior="strict"
            value={choices.most}
            onChange={(value) => onChange({ ...choices, most: Math.max(1, Number(value)) })}
          />
          <Checkbox
            label="At random instead of the newest"
            mb={10}
            radius="xs"
            checked={choices.isRandom}
            onChange={(event) => onChange({ ...choices, isRandom: event.currentTarget.checked })}
          />
        </Group>
      )}
    </Stack>
  );
}
