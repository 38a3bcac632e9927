import { Anchor } from '@mantine/core';
import type { PostAnswer } from '@/api/schema';
import { accountName } from '@/pages/home/words';
import { Fact, Facts } from '@/ui/Facts';
import { localZone } from '@/ui/format';
import { PageLink } from '@/ui/PageLink';
import { LocalTime } from '@/ui/Times';
import { approverWords, filesWords, modeWords, privacyWords } from './words';

/** What a post is, in a list of names and values. */
export function PostFacts({ post }: { post: PostAnswer }) {
  const { username, nickname } = post.account;
  const zone = otherZone(post.schedule_zone);
  return (
    <Facts>
      <Fact name="Account">
        {username === null || nickname === null
          ? accountName(post.account)
          : `${nickname} (${accountName(post.account)})`}
      </Fact>
      <Fact name="Kind">
        {modeWords(post)}
        {post.transfer === 'pull' && ', fetched by TikTok'}
      </Fact>
      <Fact name="File">{filesWords(post.files)}</Fact>
      {post.mode === 'direct' && <Settings post={post} />}
      <Fact name="Asked for">
        <LocalTime at={post.created_at} />
      </Fact>
      <Fact name="Time">
        {post.schedule_time != null && (
          <>
            <LocalTime at={post.schedule_time} /> ({localZone})
            {zone !== null && (
              <>
                , asked for as <LocalTime at={post.schedule_time} zone={zone} /> ({zone})
              </>
            )}
          </>
        )}
      </Fact>
      <Fact name="Approved">
        {post.approved_at != null && (
          <>
            <LocalTime at={post.approved_at} />
            {post.approved_by != null && ` by ${approverWords(post.approved_by)}`}
          </>
        )}
      </Fact>
      <Fact name="Attempts">{post.attempts > 1 && post.attempts}</Fact>
      <Fact name="Task">
        {post.task_id != null && <PageLink to={`/tasks/${post.task_id}`}>{post.task_id}</PageLink>}
      </Fact>
      <Fact name="Repaired">{post.repair_notes.length > 0 && post.repair_notes.join(' ')}</Fact>
      <Fact name="TikTok’s id">{post.publish_id}</Fact>
      <Fact name="On TikTok">
        {post.post_url != null && (
          <Anchor href={post.post_url} target="_blank" rel="noreferrer" underline="always" inherit>
            {post.post_url.replace('https://www.', '')}
          </Anchor>
        )}
      </Fact>
    </Facts>
  );
}

function Settings({ post }: { post: PostAnswer }) {
  const settings = post.settings;
  const allowed = [
    settings.disable_comment === false ? 'comments' : null,
    post.kind === 'video' && settings.disable_duet === false ? 'duets' : null,
    post.kind === 'video' && settings.disable_stitch === false ? 'stitches' : null,
  ].filter((word) => word !== null);
  const disclosed = [
    settings.brand_organic_toggle === true ? 'your brand' : null,
    settings.brand_content_toggle === true ? 'branded content' : null,
    settings.is_aigc === true ? 'made with AI' : null,
  ].filter((word) => word !== null);
  return (
    <>
      <Fact name="Who sees it">{privacyWords(settings.privacy_level)}</Fact>
      <Fact name="Allowed">{allowed.length === 0 ? 'Nothing: all switched off' : allowed.join(', ')}</Fact>
      <Fact name="Disclosed">{disclosed.length > 0 && disclosed.join(', ')}</Fact>
    </>
  );
}

// Null for the reader's own zone and for one that this browser cannot reckon with.
function otherZone(zone: string | null | undefined): string | null {
  if (zone == null || zone === localZone) {
    return null;
  }

  try {
    new Intl.DateTimeFormat(undefined, { timeZone: zone });
    return zone;
  } catch {
    return null;
  }
}
