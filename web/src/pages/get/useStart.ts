import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '@/api/client';
import type { Plan } from './plan';

/** How it is fetched. */
export interface Choices {
  /** Empty: the server's own. */
  quality: string;
  audioOnly: boolean;
  /** How many posts of a creator. */
  most: number;
  /** Chosen at random instead of the newest. */
  isRandom: boolean;
}

// What one call takes.
const together = 500;

/** Links who has to be linked, then starts what was planned; the jobs' ids. */
export function useStart() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ plan, choices }: { plan: Plan; choices: Choices }) => {
      for (const { studentId, username } of plan.links) {
        const params = { path: { student_id: studentId } };
        await answer(api.PUT('/api/tiktok/student/{student_id}/username', { params, body: { username } }));
      }

      return [...(await startPosts(plan, choices)), ...(await startCreators(plan, choices))];
    },
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ['jobs'] });
      void queries.invalidateQueries({ queryKey: ['students'] });
    },
  });
}

async function startPosts({ posts, studentId }: Plan, { quality, audioOnly }: Choices): Promise<string[]> {
  const jobs: string[] = [];
  for (let from = 0; from < posts.length; from += together) {
    const body = {
      urls: posts.slice(from, from + together),
      student_id: studentId,
      quality: quality || null,
      audio_only: audioOnly,
    };
    const { job_id } = await answer(api.POST('/api/v1/downloads', { body }));
    jobs.push(job_id);
  }

  return jobs;
}

async function startCreators({ creators }: Plan, choices: Choices): Promise<string[]> {
  const jobs: string[] = [];
  for (const { studentId } of creators) {
    jobs.push(await startNewest(studentId, choices));
  }

  return jobs;
}

/** Starts the download of a student's newest posts, or joins the one that runs; the job's id. */
export async function startNewest(studentId: string, choices: Choices): Promise<string> {
  const started = await answer(
    api.POST('/api/tiktok/student/{student_id}/download', {
      params: {
        path: { student_id: studentId },
        query: {
          max_videos: choices.most,
          random_selection: choices.isRandom,
          audio_only: choices.audioOnly,
          ...(choices.quality === '' ? {} : { quality: choices.quality }),
        },
        header: { Prefer: 'respond-async' },
      },
    }),
  );
  return started.job_id;
}
