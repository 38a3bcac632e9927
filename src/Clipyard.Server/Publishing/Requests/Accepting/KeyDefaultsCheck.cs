using Clipyard.Failures;
using Clipyard.Server.Accounts;
using Clipyard.Server.Identity;
using Clipyard.Server.Publishing.Posts;

namespace Clipyard.Server.Publishing.Requests.Accepting;

/// <inheritdoc cref="IKeyDefaultsCheck"/>
internal sealed class KeyDefaultsCheck(IAccounts accounts) : IKeyDefaultsCheck
{
    public async Task EnsureUsableAsync(KeyDefaults defaults, CancellationToken cancellationToken)
    {
        _ = new PostTexts(defaults.Caption, Title: null, Description: null).CaptionFor(PostKind.Video);
        if (defaults.AccountId is not { } id)
        {
            return;
        }

        var account =
            await accounts.FindAsync(id, cancellationToken)
            ?? throw new ClipyardException(FailureCatalogue.NotFound, $"There is no account {id}.")
            {
                Remedies = ["GET /api/tiktok/status lists the connected accounts with their ids."],
            };
        if (account.State == AccountState.Disconnected)
        {
            throw new ClipyardException(FailureCatalogue.NotConnected, $"The account {id} is disconnected.");
        }
    }
}
