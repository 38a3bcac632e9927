import { Alert, Anchor, Card, Grid, Group, Stack, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import type { PostAnswer } from '@/api/schema';
import { useMe } from '@/api/session';
import { Caption } from '@/ui/Caption';
import { FailureAlert } from '@/ui/FailureAlert';
import { PageHeader } from '@/ui/PageHeader';
import { Section } from '@/ui/Section';
import { PageSkeleton } from '@/ui/Skeletons';
import { PostStateBadge } from '@/ui/StateBadge';
import classes from './Activity.module.css';
import { Decision } from './Decision';
import { EventLog } from './EventLog';
import { may } from './may';
import { PausedBanner } from './PausedBanner';
import { PostActions } from './PostActions';
import { PostFacts } from './PostFacts';
import { Preview } from './Preview';
import { postQuery } from './posts';
import { UploadProgress } from './UploadProgress';
import { useAct } from './useAct';
import { WhyFailed } from './WhyFailed';
import { standingOf } from './words';

/** One post: how it stands, what it is, what happened, what can be done. */
export function Component() {
  const { postId = '' } = useParams();
  const post = useQuery(postQuery(postId));
  if (post.data !== undefined) {
    return <Post key={postId} post={post.data} />;
  }

  return post.isError ? (
    <>
      <PageHeader title="Post">
        <Back />
      </PageHeader>
      <FailureAlert
        error={post.error}
        title="The post could not be loaded"
        onRetry={() => void post.refetch()}
      />
    </>
  ) : (
    <PageSkeleton />
  );
}

function Post({ post }: { post: PostAnswer }) {
  const me = useMe();
  const act = useAct(post.post_id);
  const { now, next } = standingOf(post);
  const allowed = may(post, me.data?.scopes ?? []);
  return (
    <>
      <PageHeader title={post.mode === 'inbox' ? 'Draft' : 'Post'}>
        <Back />
      </PageHeader>
      <Stack gap="lg">
        <PausedBanner />
        <Card component="section" aria-label="How it stands">
          <Stack gap="sm">
            <Group gap="sm">
              <PostStateBadge state={post.state} />
              <Text fw={600} role="status">
                {now}
              </Text>
            </Group>
            <Text className={classes.said}>{next}</Text>
            <UploadProgress post={post} />
            {post.fail != null && <WhyFailed fail={post.fail} />}
            <FailureAlert error={act.error} title="That was not done" compact />
            <PostActions post={post} act={act} />
          </Stack>
        </Card>
        <Grid gutter="lg">
          <Grid.Col span={{ base: 12, md: 7 }}>
            <Stack gap="lg">
              {allowed.decide && <Decision post={post} act={act} />}
              <Section title={post.title == null ? 'Caption' : post.title}>
                <Words post={post} />
              </Section>
              <EventLog postId={post.post_id} />
            </Stack>
          </Grid.Col>
          <Grid.Col span={{ base: 12, md: 5 }} order={{ base: -1, md: 0 }}>
            <Stack gap="lg">
              <Section title="What is sent">
                <Stack>
                  <Preview post={post} />
                  <PostFacts post={post} />
                </Stack>
              </Section>
            </Stack>
          </Grid.Col>
        </Grid>
      </Stack>
    </>
  );
}

function Words({ post }: { post: PostAnswer }) {
  return (
    <Stack gap="sm">
      {post.caption == null || post.caption.trim() === '' ? (
        <Text c="dimmed">It has no caption.</Text>
      ) : (
        <Caption>{post.caption}</Caption>
      )}
      {post.note != null && (
        <Alert color="sky" icon={<IconInfoCircle aria-hidden size={20} />} p="sm">
          {post.note}
        </Alert>
      )}
    </Stack>
  );
}

function Back() {
  return (
    <Anchor component={Link} to="/activity" inherit>
      All activity
    </Anchor>
  );
}
