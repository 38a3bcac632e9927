import { Grid, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { clipQuery } from '@/api/archive';
import { accountsQuery } from '@/api/queries';
import { PageHeader } from '@/ui/PageHeader';
import { AccountSection } from './AccountSection';
import { CaptionSection } from './CaptionSection';
import { emptyForm, kindOf, type PostForm } from './form';
import { Preview } from './Preview';
import classes from './Publish.module.css';
import { placeOf } from './place';
import { creatorQuery, quotaQuery } from './queries';
import { bars, missing, type Surroundings, tooLong } from './rules';
import { SendSection } from './SendSection';
import { SettingsSection } from './SettingsSection';
import { SourceSection } from './SourceSection';
import { forgetForm, keepForm, readForm } from './stored';
import { TimeSection } from './TimeSection';
import { useObjectUrl } from './useObjectUrl';
import { useSend } from './useSend';
import { WaySection } from './WaySection';

/** The composer: what, where, how and when. */
export function Component() {
  const navigate = useNavigate();
  const finish = (postId: string) => {
    forgetForm();
    void navigate(`/activity/${postId}`);
  };
  return (
    <>
      <PageHeader title="Publish">A draft for a creator's inbox, or a post.</PageHeader>
      <Composer finish={finish} />
    </>
  );
}

function Composer({ finish }: { finish: (postId: string) => void }) {
  const [form, change] = useForm();
  const [film, setFile] = useObjectUrl();
  const [measured, setMeasured] = useState<{ film: string; durationMs: number } | null>(null);

  const status = useQuery(accountsQuery);
  const accounts = status.data?.accounts ?? [];
  const account =
    accounts.find((one) => one.account_id === form.accountId) ??
    (accounts.length === 1 ? accounts[0] : null) ??
    null;
  const usable = account?.state === 'connected' ? account : null;
  const creator = useQuery(creatorQuery(usable));
  const quota = useQuery(quotaQuery(account));
  const clip = useQuery({
    ...clipQuery(form.clipId ?? ''),
    enabled: form.sourceKind === 'clip' && form.clipId !== null,
    select: (detail) => detail.clip,
  });

  const kept = form.sourceKind === 'clip' ? clip.data : undefined;
  const kind = kindOf(form, kept?.kind === 'photo');
  const shown = form.sourceKind === 'upload' ? film : kept?.kind === 'video' ? kept.local_path : null;
  const around: Surroundings = {
    kind,
    account,
    creator: creator.data ?? null,
    isBarred: bars(creator.error),
    durationMs: (measured?.film === shown ? measured?.durationMs : null) ?? kept?.duration_ms ?? null,
  };
  const sending = useSend(finish);
  const refused = (place: ReturnType<typeof placeOf>) =>
    sending.failure !== null && placeOf(sending.failure) === place ? sending.failure : null;
  const part = { form, change, kind };
  return (
    <Grid gutter="lg">
      <Grid.Col span={{ base: 12, md: 7 }}>
        <Stack gap="lg">
          <SourceSection
            form={form}
            change={change}
            clip={clip}
            takeFile={setFile}
            tooLong={tooLong(form, around)}
            refusal={refused('source')}
          />
          <AccountSection
            form={form}
            change={change}
            status={status}
            account={account}
            creator={creator}
            quota={quota}
            refusal={refused('account')}
          />
          <WaySection {...part} platform={status.data?.mode} />
          <CaptionSection {...part} refusal={refused('caption')} />
          {form.mode === 'direct' && (
            <SettingsSection
              {...part}
              creator={around.creator}
              isLoading={creator.isLoading}
              refusal={refused('settings')}
            />
          )}
          <TimeSection form={form} change={change} refusal={refused('time')} />
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 5 }}>
        <Stack gap="lg" className={classes.aside}>
          <Preview
            {...part}
            film={shown}
            pictures={kept?.kind === 'photo' ? picturesOf(kept.files) : []}
            durationMs={around.durationMs}
            learnDuration={(durationMs) => shown !== null && setMeasured({ film: shown, durationMs })}
          />
          <SendSection
            form={form}
            missing={missing(form, around)}
            isSending={sending.isSending}
            send={() => sending.send(form, around)}
            refusal={refused('send')}
          />
        </Stack>
      </Grid.Col>
    </Grid>
  );
}

/** The form, kept in this tab until it was sent. `?clip=ID` chooses a clip. */
function useForm(): [PostForm, (part: Partial<PostForm>) => void] {
  const [query, setQuery] = useSearchParams();
  const asked = query.get('clip');
  const [form, setForm] = useState<PostForm>(() =>
    asked === null
      ? readForm()
      : { ...readForm(), sourceKind: 'clip', clipId: asked, coverMs: emptyForm.coverMs },
  );
  useEffect(() => keepForm(form), [form]);
  useEffect(() => {
    if (asked !== null) {
      setForm((old) => ({ ...old, sourceKind: 'clip', clipId: asked }));
      setQuery({}, { replace: true });
    }
  }, [asked, setQuery]);
  return [form, (part) => setForm((old) => ({ ...old, ...part }))];
}

function picturesOf(files: readonly { content_type: string; local_path: string }[]): string[] {
  return files.filter((file) => file.content_type.startsWith('image/')).map((file) => file.local_path);
}
