import { Button } from '@mantine/core';
import { IconMovie } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { hasPage } from '@/app/registry';
import { EmptyState } from './EmptyState';

interface Props {
  /** What to do instead, or what to expect. */
  children?: ReactNode;
  compact?: boolean;
}

/** That the archive is empty, and where the first clip comes from. */
export function NothingKept({
  children = 'Clips that you fetch from TikTok appear here, with their files checked and their origin on record.',
  compact = false,
}: Props) {
  return (
    <EmptyState
      compact={compact}
      icon={IconMovie}
      title="Nothing kept yet"
      action={
        hasPage('/get') && (
          <Button component={Link} to="/get" mt="xs">
            Get the first clip
          </Button>
        )
      }
    >
      {children}
    </EmptyState>
  );
}
