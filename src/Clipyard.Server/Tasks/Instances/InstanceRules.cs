using Clipyard.Failures;
using Clipyard.Server.Accounts;
using Clipyard.Server.Api;
using Clipyard.Server.Tasks.Posting;

namespace Clipyard.Server.Tasks.Instances;

/// <summary>What an instance may be.</summary>
internal sealed class InstanceRules(IAccounts accounts)
{
    private const int MostAccounts = 50;

    /// <summary>The ids of accounts that are all the owner's.</summary>
    /// <exception cref="ClipyardException">
    /// <c>invalid_parameter</c>; <c>not_found</c>: not the owner's; <c>not_connected</c>.
    /// </exception>
    public async Task<List<Guid>> AccountsAsync(IReadOnlyList<string?>? texts, CancellationToken cancellationToken)
    {
        if (texts is not { Count: > 0 and <= MostAccounts })
        {
            throw TextRules.Invalid(
                "account_ids",
                $"must have 1 to {MostAccounts} ids of connected accounts; it has {texts?.Count ?? 0}."
            );
        }

        List<Guid> ids = [];
        foreach (var text in texts.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var id = WordReader.Id("account_ids", text) ?? throw TextRules.Invalid("account_ids", "has an empty id.");
            await accounts.EnsureConnectedAsync(id, cancellationToken);
            ids.Add(id);
        }

        return [.. ids.Distinct()];
    }

    /// <summary>A place in the output; null: the usual ones.</summary>
    /// <exception cref="ClipyardException"><c>invalid_parameter</c>.</exception>
    public static string? Path(string member, string? path)
    {
        if (string.IsNullOrEmpty(path))
        {
            return null;
        }

        return OutputPath.IsPath(path)
            ? path
            : throw TextRules.Invalid(
                member,
                "must be names with dots between and places in brackets, such as result.videos[0].url."
            );
    }
}
