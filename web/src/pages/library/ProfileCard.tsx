import { Alert, Avatar, Button, Group, Text } from '@mantine/core';
import { IconInfoCircle, IconRosetteDiscountCheckFilled, IconShieldCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { answer, api } from '@/api/client';
import type { StudentInfoAnswer } from '@/api/schema';
import { Caption } from '@/ui/Caption';
import { Fact, Facts } from '@/ui/Facts';
import { FailureAlert } from '@/ui/FailureAlert';
import { formatBytes, formatCount, plural } from '@/ui/format';
import { Section } from '@/ui/Section';
import { RelativeTime } from '@/ui/Times';
import { VerifyOutcome } from './VerifyOutcome';

const count = (value: number | null | undefined) => (value == null ? null : formatCount(value));

/** What TikTok shows of the creator now, and how much is kept. */
export function ProfileCard({ info }: { info: StudentInfoAnswer }) {
  const { profile, profile_error: error } = info;
  const name = profile?.nickname ?? info.username;
  return (
    <Section title="Profile">
      <Group wrap="nowrap" gap="sm" mb="md">
        <Avatar name={name} color="pine" size={48} alt="" aria-hidden />
        <div style={{ minWidth: 0 }}>
          <Group gap={6} wrap="nowrap">
            <Text fw={600} truncate>
              {name}
            </Text>
            {profile?.verified === true && (
              <IconRosetteDiscountCheckFilled role="img" aria-label="Verified" size={18} />
            )}
          </Group>
          <Text size="sm" c="dimmed" truncate>
            @{info.username}
            {profile?.private === true && ', private'}
          </Text>
        </div>
      </Group>
      {error != null && (
        <Alert color="amber" mb="md" icon={<IconInfoCircle aria-hidden size={20} />} title={error.message}>
          <Text size="sm">{error.remedy}</Text>
        </Alert>
      )}
      {profile?.bio != null && profile.bio !== '' && (
        <Caption size="sm" mb="md">
          {profile.bio}
        </Caption>
      )}
      <Facts>
        <Fact name="Followers">{count(profile?.followers)}</Fact>
        <Fact name="Following">{count(profile?.following)}</Fact>
        <Fact name="Likes">{count(profile?.likes)}</Fact>
        <Fact name="Posts">{count(profile?.videos)}</Fact>
        <Fact name="Kept here">
          {plural(info.stored_videos, 'clip')}, {formatBytes(info.stored_bytes)}
        </Fact>
        <Fact name="Last fetched">
          {info.last_download_at == null ? 'Never' : <RelativeTime at={info.last_download_at} />}
        </Fact>
      </Facts>
      <Verify studentId={info.student_id} />
    </Section>
  );
}

function Verify({ studentId }: { studentId: string }) {
  const verify = useMutation({
    mutationFn: () => answer(api.POST('/api/v1/archive/verify', { body: { student_id: studentId } })),
  });
  const report = verify.data;
  return (
    <>
      <div role="status">
        {report !== undefined && 'checked' in report && <VerifyOutcome report={report} />}
        {verify.isPending && (
          <Text size="sm" c="dimmed" mt="md">
            Reading all files again
          </Text>
        )}
      </div>
      <FailureAlert
        error={verify.error}
        title="They could not be checked"
        onRetry={() => verify.mutate()}
        compact
      />
      <Group mt="md">
        <Button
          variant="default"
          leftSection={<IconShieldCheck aria-hidden size={18} />}
          loading={verify.isPending}
          onClick={() => verify.mutate()}
        >
          Check all clips now
        </Button>
      </Group>
    </>
  );
}
