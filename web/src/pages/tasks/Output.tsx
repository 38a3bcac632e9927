import { Anchor, Group, ScrollArea, Stack, Text } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import type { TaskDetailAnswer } from '@/api/schema';
import { CodeBlock } from '@/ui/CodeBlock';
import { CopyButton } from '@/ui/CopyButton';
import { Section } from '@/ui/Section';
import classes from './Output.module.css';

/** What came of a task, as the agent wrote it. */
export function Output({ task }: { task: TaskDetailAnswer }) {
  if (task.output_data == null) {
    return (
      <Section title="Output">
        <Text size="sm" c="dimmed">
          {task.state === 'completed' ? 'The agent has left no output.' : 'Nothing has come of it yet.'}
        </Text>
      </Section>
    );
  }

  const text = JSON.stringify(task.output_data, null, 2);
  return (
    <Section title="Output" aside={<CopyButton value={text} label="Copy the output" />}>
      <Stack gap="sm">
        {task.note != null && <Text size="sm">{task.note}</Text>}
        {task.video_url != null && isOurs(task.video_url) && (
          // biome-ignore lint/a11y/useMediaCaption: what an agent has made has no captions yet
          <video
            className={classes.film}
            src={task.video_url}
            controls
            preload="metadata"
            playsInline
            aria-label="The video"
          />
        )}
        {task.video_url != null && (
          <Anchor href={task.video_url} target="_blank" rel="noreferrer noopener" size="sm">
            <Group component="span" gap={6} wrap="nowrap">
              <IconExternalLink aria-hidden size={16} />
              Open the video (in a new tab)
            </Group>
          </Anchor>
        )}
        <ScrollArea.Autosize
          mah={420}
          viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': 'Output data' }}
        >
          <CodeBlock>{text}</CodeBlock>
        </ScrollArea.Autosize>
      </Stack>
    </Section>
  );
}

// Films of other servers are not let into our pages; the link opens them.
function isOurs(address: string): boolean {
  return URL.canParse(address) && new URL(address).origin === location.origin;
}
