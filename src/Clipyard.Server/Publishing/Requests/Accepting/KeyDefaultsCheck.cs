using Clipyard.Server.Accounts;
using Clipyard.Server.Identity;
using Clipyard.Server.Publishing.Posts;

namespace Clipyard.Server.Publishing.Requests.Accepting;

/// <inheritdoc cref="IKeyDefaultsCheck"/>
internal sealed class KeyDefaultsCheck(IAccounts accounts) : IKeyDefaultsCheck
{
    public async Task EnsureUsableAsync(KeyDefaults defaults, CancellationToken cancellationToken)
    {
        _ = new PostTexts(defaults.Caption, Title: null, Description: null)
        {
            ContentName = "default_caption",
        }.CaptionFor(PostKind.Video);
        if (defaults.AccountId is { } id)
        {
            await accounts.EnsureConnectedAsync(id, cancellationToken);
        }
    }
}
