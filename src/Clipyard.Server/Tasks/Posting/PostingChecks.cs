using Clipyard.Failures;
using Clipyard.Server.Accounts;
using Clipyard.Server.Api;
using Clipyard.Server.Publishing;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Tasks.Instances;
using Clipyard.Server.Tasks.Work;

namespace Clipyard.Server.Tasks.Posting;

/// <summary>Whether a task can be posted.</summary>
internal sealed class PostingChecks(IAccounts accounts, IPosts posts, AllowedHosts hosts)
{
    /// <summary>The address of its video.</summary>
    /// <exception cref="ClipyardException"><c>task_not_completed</c>, <c>task_has_no_video</c>.</exception>
    public static string VideoOf(AgentTask task, Instance instance, TaskOutput output)
    {
        if (task.State != TaskState.Completed)
        {
            throw new ClipyardException(
                FailureCatalogue.TaskNotCompleted,
                $"Task {task.Id} is {WordReader.NameOf(task.State)}."
            );
        }

        return output.VideoUrl
            ?? throw new ClipyardException(
                FailureCatalogue.TaskHasNoVideo,
                instance.VideoPath is { } path
                    ? $"The instance looks for it at {path} of output_data."
                    : "It is looked for at video_url, video.url, output.video_url and videos[0].url of output_data."
            );
    }

    /// <summary>The account that the caller means.</summary>
    /// <exception cref="ClipyardException">
    /// <c>invalid_parameter</c>: not one of the instance's; <c>conflict</c>: there are several, which the detail names;
    /// <c>not_connected</c>, <c>reconnect_needed</c>.
    /// </exception>
    public async Task<Guid> AccountAsync(Instance instance, string? wanted, CancellationToken cancellationToken)
    {
        var ids = instance.AccountIds;
        if (WordReader.Id("account_id", wanted) is { } id)
        {
            return ids.Contains(id)
                ? await UsableAsync(id, cancellationToken)
                : throw TextRules.Invalid(
                    "account_id",
                    $"must be one of the instance's: {await NamesAsync(ids, cancellationToken)}."
                );
        }

        return ids.Count == 1
            ? await UsableAsync(ids[0], cancellationToken)
            : throw new ClipyardException(
                FailureCatalogue.Conflict,
                $"The instance has several accounts: {await NamesAsync(ids, cancellationToken)}."
            )
            {
                Remedies = ["Say which one with account_id."],
            };
    }

    /// <summary>Why a task cannot be posted directly now, without asking TikTok; null when it can.</summary>
    public async Task<ClipyardException?> FindRefusalAsync(
        AgentTask task,
        Instance instance,
        TaskOutput output,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var video = VideoOf(task, instance, output);
            await posts.EnsureTakenAsync(video, hosts.Patterns, cancellationToken);
            await ThrowIfNoAccountAsync(instance, cancellationToken);
            return await posts.FindRefusalAsync(task.Id, cancellationToken);
        }
        catch (ClipyardException refusal)
        {
            return refusal;
        }
    }

    private async Task<Guid> UsableAsync(Guid id, CancellationToken cancellationToken)
    {
        try
        {
            return (await accounts.ResolveAsync(id, cancellationToken)).Id;
        }
        catch (ClipyardException gone) when (gone.Failure == FailureCatalogue.NotFound)
        {
            throw new ClipyardException(FailureCatalogue.NotConnected, $"The instance's account {id} is gone.", gone)
            {
                Remedies = ["Connect it again, and bind the instance to it: PATCH /api/v1/instances/{id}."],
            };
        }
    }

    private async Task ThrowIfNoAccountAsync(Instance instance, CancellationToken cancellationToken)
    {
        ClipyardException? unusable = null;
        foreach (var id in instance.AccountIds)
        {
            try
            {
                await posts.EnsureReachableAsync(
                    await UsableAsync(id, cancellationToken),
                    PostMode.Direct,
                    cancellationToken
                );
                return;
            }
            catch (ClipyardException refusal)
            {
                unusable ??= refusal;
            }
        }

        throw unusable ?? new ClipyardException(FailureCatalogue.NotConnected);
    }

    private async Task<string> NamesAsync(IEnumerable<Guid> ids, CancellationToken cancellationToken)
    {
        List<string> names = [];
        foreach (var id in ids)
        {
            var account = await accounts.FindAsync(id, cancellationToken);
            names.Add(account?.Username is { } username ? $"@{username} ({id})" : id.ToString());
        }

        return string.Join(", ", names);
    }
}
