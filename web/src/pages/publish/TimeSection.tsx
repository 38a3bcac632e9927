import { Checkbox, Group, Radio, Select, Stack, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { FailureAlert } from '@/ui/FailureAlert';
import { localZone } from '@/ui/format';
import { Section } from '@/ui/Section';
import type { PostForm } from './form';
import { mustBeApproved } from './rules';

interface Props {
  form: PostForm;
  change: (part: Partial<PostForm>) => void;
  refusal: unknown;
}

/** When it goes out, by which clock, and whether somebody looks first. */
export function TimeSection({ form, change, refusal }: Props) {
  const zones = useMemo(() => [...new Set([localZone, 'UTC', ...Intl.supportedValuesOf('timeZone')])], []);
  const forced = mustBeApproved(form);
  return (
    <Section title="When">
      <Stack gap="md">
        <Radio.Group
          aria-label="When it goes out"
          value={form.isScheduled ? 'later' : 'now'}
          onChange={(value) => change({ isScheduled: value === 'later' })}
        >
          <Group gap="lg">
            <Radio value="now" label="As soon as possible" />
            <Radio value="later" label="At a time" />
          </Group>
        </Radio.Group>
        {form.isScheduled && (
          <Group grow preventGrowOverflow={false} align="flex-start" gap="sm">
            <TextInput
              type="datetime-local"
              label="Day and time"
              withAsterisk
              miw={220}
              value={form.wallTime}
              onChange={(event) => change({ wallTime: event.currentTarget.value })}
            />
            <Select
              label="Time zone"
              size="md"
              miw={220}
              searchable
              allowDeselect={false}
              limit={80}
              data={zones}
              value={form.zone}
              onChange={(zone) => change({ zone: zone ?? localZone })}
            />
          </Group>
        )}
        <FailureAlert error={refusal} compact />
        <Checkbox
          radius="xs"
          label="Somebody has to approve it first"
          description={forced ?? 'It waits until a person has looked at it.'}
          checked={form.approval || forced !== null}
          disabled={forced !== null}
          onChange={(event) => change({ approval: event.currentTarget.checked })}
        />
      </Stack>
    </Section>
  );
}
