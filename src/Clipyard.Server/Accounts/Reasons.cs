using System.Diagnostics.CodeAnalysis;
using Clipyard.Failures;
using Clipyard.TikTokApi;
using Clipyard.TikTokApi.Webhooks;

namespace Clipyard.Server.Accounts;

/// <summary>Why an account cannot be used, in sentences for the person who connects accounts.</summary>
internal static class Reasons
{
    public const string Unreadable =
        "The stored tokens cannot be read: the keys below DATA/keys were lost, or CLIPYARD_MASTER_KEY is another one.";

    public const string NewTokenRefused = "TikTok refused a token that it had just given.";

    public const string ByOwner = "Disconnected here.";

    /// <summary>TikTok gave no new tokens.</summary>
    public static string Refused(TikTokApiException error) =>
        $"TikTok gave no new tokens ({error.TikTokCode}): the access was taken back, ran out, or an answer with newer tokens was lost.";

    /// <summary>TikTok said that the access has ended.</summary>
    public static string Removed(RemovalReason reason) =>
        reason switch
        {
            RemovalReason.Disconnected => "The person disconnected the app in TikTok.",
            RemovalReason.AccountDeleted => "The TikTok account was deleted.",
            RemovalReason.AgeChanged => "TikTok ended the access because the person's age changed.",
            RemovalReason.AccountBanned => "TikTok banned the account.",
            RemovalReason.RevokedByDeveloper => "The access was given back to TikTok.",
            _ => "TikTok ended the access.",
        };

    /// <summary>The account, if it can be used.</summary>
    /// <exception cref="ClipyardException"><c>not_found</c>, <c>not_connected</c>, <c>reconnect_needed</c>.</exception>
    [return: NotNull]
    public static TikTokAccount ThrowIfUnusable(TikTokAccount? account) =>
        account?.State switch
        {
            null => throw NotFound(),
            AccountState.Connected => account,
            AccountState.NeedsReconnect => throw ReconnectNeeded(account, account.StateReason),
            _ => throw new ClipyardException(
                FailureCatalogue.NotConnected,
                $"{account.ShownName} was disconnected. {account.StateReason}"
            ),
        };

    public static ClipyardException NotFound(Guid? accountId = null) =>
        new(FailureCatalogue.NotFound, accountId is { } id ? $"There is no account {id}." : "There is no such account.")
        {
            Remedies = ["GET /api/tiktok/status lists the connected accounts."],
        };

    public static ClipyardException ReconnectNeeded(TikTokAccount account, string? reason) =>
        new(FailureCatalogue.ReconnectNeeded, $"{account.ShownName}: {reason}");
}
