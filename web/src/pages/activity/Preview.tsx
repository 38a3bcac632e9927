import { Text } from '@mantine/core';
import { useState } from 'react';
import type { PostAnswer } from '@/api/schema';
import classes from './Activity.module.css';
import { delivered } from './words';

/** The staged files: exactly what is sent. Gone when the post has arrived or ended. */
export function Preview({ post }: { post: PostAnswer }) {
  const [broken, setBroken] = useState(false);
  if (post.files.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {post.state === 'preparing' ? 'The file is not ready yet.' : 'The file is not kept here any more.'}
      </Text>
    );
  }

  if (broken) {
    return (
      <Text size="sm" c="dimmed">
        {delivered.includes(post.state)
          ? 'The file is not kept here any more.'
          : 'This browser cannot show the file. That says nothing about whether TikTok can.'}
      </Text>
    );
  }

  const address = (position: number) => `/api/posts/${post.post_id}/files/${position}`;
  return post.kind === 'photos' ? (
    <ul className={classes.photos}>
      {post.files.map((file, position) => (
        <li key={file.sha256}>
          <img
            src={address(position)}
            alt={`${position + 1} of ${post.files.length}`}
            loading="lazy"
            onError={() => setBroken(true)}
          />
        </li>
      ))}
    </ul>
  ) : (
    // biome-ignore lint/a11y/useMediaCaption: other people's videos come without captions
    <video
      className={classes.preview}
      src={address(0)}
      controls
      preload="metadata"
      playsInline
      aria-label="The video as it is sent"
      onError={() => setBroken(true)}
    />
  );
}
