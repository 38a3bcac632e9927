using System.Security.Cryptography;
using System.Text;
using Clipyard.Failures;
using Clipyard.Server.Accounts.App;
using Clipyard.Server.Accounts.Tokens;
using Clipyard.Server.Data;
using Clipyard.TikTokApi.OAuth;

namespace Clipyard.Server.Accounts.Connecting;

/// <summary>Sends somebody to TikTok's consent page, and remembers whom.</summary>
internal sealed class ConnectStart(
    ClipyardDb db,
    TikTokApp app,
    TokenBox box,
    ReturnAddress returnAddress,
    TimeProvider time
)
{
    public const string VerifierPurpose = "verifier";

    /// <summary>Begins.</summary>
    /// <param name="actor">Who, for the audit log.</param>
    /// <param name="returnTo">Where the browser wants to go afterwards.</param>
    /// <param name="browser">The mark of the browser; null: it is not known, so whoever comes back is asked first.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ClipyardException"><c>app_not_configured</c>, <c>invalid_parameter</c>.</exception>
    public async Task<StartedConnection> BeginAsync(
        string actor,
        string? returnTo,
        string? browser,
        CancellationToken cancellationToken
    )
    {
        var authorization = Authorize();
        var now = time.GetUtcNow();
        var attempt = new ConnectAttempt
        {
            Id = Guid.CreateVersion7(now),
            OwnerId = db.Scope.Owner.Id,
            StateHash = HashOf(authorization.State),
            BrowserHash = browser is null ? null : BrowserMark.Hash(browser),
            RedirectUri = authorization.RedirectUri.OriginalString,
            ReturnTo = returnAddress.Check(returnTo),
            Actor = actor,
            AsksFirst = browser is null,
            ExpiresAt = now + BrowserMark.Lifetime,
        };
        attempt.Verifier = authorization.Verifier is { } verifier
            ? box.SealText(VerifierPurpose, attempt.Id, verifier.Value)
            : null;
        db.Add(attempt);
        await db.SaveChangesAsync(cancellationToken);
        return new StartedConnection(authorization.Address, authorization.State, attempt.ExpiresAt);
    }

    public static byte[] HashOf(string state) => SHA256.HashData(Encoding.UTF8.GetBytes(state));

    private Authorization Authorize()
    {
        var request = new AuthorizationRequest
        {
            RedirectUri = app.RedirectUri,
            Scopes = app.Scopes,
            Pkce = app.Pkce,
        };
        try
        {
            return app.Client.OAuth.Begin(request);
        }
        catch (ClipyardException error) when (error.Failure == FailureCatalogue.InvalidParameter)
        {
            // Not the caller's fault: this server is reached at an address that TikTok would not take.
            throw new ClipyardException(FailureCatalogue.AppNotConfigured, $"{error.Detail} It is {app.RedirectUri}.")
            {
                Remedies =
                [
                    "Set PublicAddress to this server's https address, or TikTok:RedirectUri to the registered one.",
                ],
            };
        }
    }
}
