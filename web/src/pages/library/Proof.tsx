import { Button, Collapse, Group, Text } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api } from '@/api/client';
import type { ClipAnswer, ClipRecordAnswer } from '@/api/schema';
import { CopyButton } from '@/ui/CopyButton';
import { Fact, Facts } from '@/ui/Facts';
import { FailureAlert } from '@/ui/FailureAlert';
import { Section } from '@/ui/Section';
import { LocalTime } from '@/ui/Times';
import classes from './Library.module.css';
import { VerifyOutcome } from './VerifyOutcome';

/** Where the clip came from and what vouches for it, with the button that checks it. */
export function Proof({ clip, record }: { clip: ClipAnswer; record: ClipRecordAnswer | null }) {
  const [showsAll, setShowsAll] = useState(false);
  const verify = useMutation({
    mutationFn: () =>
      answer(api.POST('/api/v1/clips/{video_id}/verify', { params: { path: { video_id: clip.video_id } } })),
  });
  return (
    <Section title="Where it came from">
      {record === null ? (
        <Text size="sm">
          The record that was written when it was kept is not there or cannot be read. Checking it says more.
        </Text>
      ) : (
        <>
          <Text size="sm">
            {record.origin === 'import' ? 'Imported on ' : 'Fetched from TikTok on '}
            <LocalTime at={record.fetched_at} /> and written down as record {record.seq} of{' '}
            {chainOf(record.chain)}. The record holds the hash of every file and{' '}
            {record.prev === '' ? 'begins the chain' : 'the hash of the record before it'}: whatever is
            changed later shows.
          </Text>
          <Collapse in={showsAll} pt={showsAll ? 'md' : 0}>
            <Facts>
              <Fact name="Asked for">{record.source_url}</Fact>
              <Fact name="Rendition">{record.rendition}</Fact>
              <Fact name="Media host">{record.response_headers.host}</Fact>
              <Fact name="File's hash">
                <Hash value={clip.sha256} label="Copy the file's hash" />
              </Fact>
              <Fact name="Record's hash">
                <Hash value={record.hash} label="Copy the record's hash" />
              </Fact>
              <Fact name="Record before">
                {record.prev !== '' && (
                  <Hash value={record.prev} label="Copy the hash of the record before" />
                )}
              </Fact>
              <Fact name="Written down">
                <LocalTime at={record.recorded_at} />
              </Fact>
            </Facts>
            {record.info_url != null && (
              <Button
                component="a"
                href={record.info_url}
                target="_blank"
                variant="subtle"
                size="compact-sm"
                mt="sm"
                ml={-8}
              >
                The record itself (JSON)
              </Button>
            )}
          </Collapse>
        </>
      )}
      <div role="status">
        {verify.data !== undefined && <VerifyOutcome report={verify.data} />}
        {verify.isPending && (
          <Text size="sm" c="dimmed" mt="sm">
            Reading its files again
          </Text>
        )}
      </div>
      <FailureAlert
        error={verify.error}
        title="It could not be checked"
        onRetry={() => verify.mutate()}
        compact
      />
      <Group gap="xs" mt="md">
        <Button
          variant="default"
          leftSection={<IconShieldCheck aria-hidden size={18} />}
          loading={verify.isPending}
          onClick={() => verify.mutate()}
        >
          Check it now
        </Button>
        {record !== null && (
          <Button
            variant="subtle"
            color="gray"
            aria-expanded={showsAll}
            onClick={() => setShowsAll(!showsAll)}
          >
            {showsAll ? 'Fewer details' : 'Hashes and addresses'}
          </Button>
        )}
      </Group>
    </Section>
  );
}

function Hash({ value, label }: { value: string; label: string }) {
  return (
    <Group gap={4} wrap="nowrap" align="flex-start">
      <span className={classes.hash}>{value}</span>
      <CopyButton value={value} label={label} iconOnly />
    </Group>
  );
}

function chainOf(chain: string): string {
  const [kind, student] = chain.split(/:(.*)/);
  return kind === 'student' && student !== undefined
    ? `the chain of the student ${student}`
    : "the chain of clips that are no student's";
}
