import { Alert, Checkbox, Select, Stack, Switch, Text, Tooltip } from '@mantine/core';
import type { CreatorInfoAnswer, PostKind } from '@/api/schema';
import { FailureAlert } from '@/ui/FailureAlert';
import { Section } from '@/ui/Section';
import { ListSkeleton } from '@/ui/Skeletons';
import type { PostForm } from './form';
import {
  brandedPrivateHint,
  chosenLevel,
  disclosureHint,
  disclosureLabel,
  interactions,
  isBranded,
  levels,
  mayBeBranded,
} from './rules';

interface Props {
  form: PostForm;
  change: (part: Partial<PostForm>) => void;
  kind: PostKind;
  creator: CreatorInfoAnswer | null;
  isLoading: boolean;
  refusal: unknown;
}

/** What only direct posts have: who sees it, what they may do, and whether somebody pays for it. */
export function SettingsSection({ form, change, kind, creator, isLoading, refusal }: Props) {
  return (
    <Section title="Settings on TikTok">
      {creator === null && isLoading && <ListSkeleton rows={3} />}
      {creator === null && !isLoading && (
        <Text size="sm" c="dimmed">
          They depend on the account and appear as soon as TikTok says what it may post.
        </Text>
      )}
      <Stack gap="lg">
        {creator !== null && (
          <>
            <Privacy form={form} change={change} creator={creator} />
            <Interactions form={form} change={change} kind={kind} creator={creator} />
            <Disclosure form={form} change={change} kind={kind} />
            <Switch
              label="Label it as AI-generated"
              description="TikTok asks for it when realistic pictures or voices were made by a machine."
              checked={form.isAiGenerated}
              onChange={(event) => change({ isAiGenerated: event.currentTarget.checked })}
            />
          </>
        )}
        <FailureAlert error={refusal} compact />
      </Stack>
    </Section>
  );
}

type Part = Pick<Props, 'form' | 'change'>;

function Privacy({ form, change, creator }: Part & { creator: CreatorInfoAnswer }) {
  return (
    <Select
      size="md"
      label="Who can watch it"
      placeholder="Choose who can watch it"
      description={isBranded(form) ? brandedPrivateHint : 'What this creator offers now.'}
      withAsterisk
      allowDeselect={false}
      data={levels(form, creator)}
      value={chosenLevel(form, creator)}
      renderOption={({ option }) => (
        <span title={option.disabled === true ? brandedPrivateHint : undefined}>{option.label}</span>
      )}
      onChange={(privacy) => change({ privacy })}
    />
  );
}

function Interactions({
  form,
  change,
  kind,
  creator,
}: Part & { kind: PostKind; creator: CreatorInfoAnswer }) {
  return (
    <Stack component="fieldset" gap="sm" m={0} p={0} bd={0}>
      <Text component="legend" fw={550} size="sm" p={0} mb="xs">
        Allow
      </Text>
      {interactions(form, { kind, creator }).map(({ name, label, isBarred, isOn }) => (
        <Checkbox
          radius="xs"
          key={name}
          label={label}
          checked={isOn}
          disabled={isBarred}
          {...(isBarred ? { description: "Switched off in the creator's TikTok settings." } : {})}
          onChange={(event) => change({ [name]: event.currentTarget.checked })}
        />
      ))}
    </Stack>
  );
}

function Disclosure({ form, change, kind }: Part & { kind: PostKind }) {
  const label = disclosureLabel(form, kind);
  const canBeBranded = mayBeBranded(form);
  return (
    <Stack gap="sm">
      <Switch
        label="Disclose commercial content"
        description="Turn it on when this promotes a brand, a product or a service, your own or a third party's."
        checked={form.discloses}
        onChange={(event) => change({ discloses: event.currentTarget.checked })}
      />
      {form.discloses && (
        <Stack component="fieldset" gap="sm" m={0} p={0} pl="xl" bd={0} aria-label="What it promotes">
          <Checkbox
            radius="xs"
            label="Your brand"
            description="You promote yourself or your own business."
            checked={form.yourBrand}
            onChange={(event) => change({ yourBrand: event.currentTarget.checked })}
          />
          <Tooltip label={brandedPrivateHint} disabled={canBeBranded} refProp="rootRef">
            <Checkbox
              radius="xs"
              label="Branded content"
              description={
                canBeBranded
                  ? 'You promote another brand or a third party.'
                  : `${brandedPrivateHint} Choose another level first.`
              }
              checked={form.brandedContent}
              disabled={!canBeBranded}
              onChange={(event) => change({ brandedContent: event.currentTarget.checked })}
            />
          </Tooltip>
          <Alert color={label === null ? 'amber' : 'sky'} role="status" p="sm">
            {label ?? disclosureHint}
          </Alert>
        </Stack>
      )}
    </Stack>
  );
}
