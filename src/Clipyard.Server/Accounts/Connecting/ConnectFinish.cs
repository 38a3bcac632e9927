using System.Buffers.Text;
using System.Security.Cryptography;
using Clipyard.Failures;
using Clipyard.Server.Accounts.App;
using Clipyard.Server.Accounts.Tokens;
using Clipyard.TikTokApi.OAuth;

namespace Clipyard.Server.Accounts.Connecting;

/// <summary>What happens when TikTok sends a browser back.</summary>
internal sealed class ConnectFinish(
    ConnectAttempts attempts,
    TikTokApp app,
    TokenBox box,
    ProfileReader profiles,
    AccountRegister register,
    Revocation revocation
)
{
    private const int ProofBytes = 32;

    /// <summary>Takes the callback's query.</summary>
    /// <param name="query">As it came, not decoded.</param>
    /// <param name="browser">The browser's mark, put by this answer when it had none.</param>
    /// <param name="knownBrowser">The mark that it came with.</param>
    /// <param name="cancellationToken">Stops it until the state is used up, not afterwards.</param>
    /// <exception cref="ClipyardException"><c>app_not_configured</c>, <c>invalid_state</c>: nothing was stored.</exception>
    public async Task<ConnectOutcome> FinishAsync(
        string query,
        string browser,
        string? knownBrowser,
        CancellationToken cancellationToken
    )
    {
        app.ThrowIfNotConfigured();
        var callback = AuthorizationCallback.Read(query);
        var (attempt, ownerName) = await attempts.TakeAsync(callback.State, knownBrowser, cancellationToken);
        try
        {
            // The state is used up, and with it the code: from here to the end, whoever has gone.
            return await ExchangeAsync(callback, attempt, ownerName, browser, CancellationToken.None);
        }
        catch (ClipyardException error)
        {
            return new ConnectOutcome.Failed(error, attempt.ReturnTo, attempt.AsksFirst);
        }
    }

    /// <summary>Takes the answer to the question.</summary>
    /// <exception cref="ClipyardException"><c>invalid_state</c>: nothing was stored.</exception>
    public async Task<ConnectOutcome> AnswerAsync(
        Guid attemptId,
        string? proof,
        string? browser,
        bool isMeant,
        CancellationToken cancellationToken
    )
    {
        app.ThrowIfNotConfigured();
        var attempt = await attempts.TakeAnsweredAsync(attemptId, proof, browser, cancellationToken);
        if (
            !box.TryOpenText(PendingConnection.Purpose, attempt.Id, attempt.Pending, out var text)
            || PendingConnection.Parse(text) is not { } pending
        )
        {
            throw new ClipyardException(FailureCatalogue.InvalidState, Reasons.Unreadable);
        }

        var tokens = pending.Tokens();
        if (!isMeant)
        {
            await revocation.TryRevokeAsync(tokens.OpenId, tokens.AccessToken, CancellationToken.None);
            var declined = new ClipyardException(FailureCatalogue.ConsentDeclined, "Nothing was connected.");
            return new ConnectOutcome.Failed(declined, attempt.ReturnTo, AskedFirst: true);
        }

        var account = await register.SaveAsync(tokens, pending.Profile, attempt.Actor, CancellationToken.None);
        return new ConnectOutcome.Connected(account, attempt.ReturnTo, AskedFirst: true);
    }

    private async Task<ConnectOutcome> ExchangeAsync(
        AuthorizationCallback callback,
        ConnectAttempt attempt,
        string ownerName,
        string browser,
        CancellationToken cancellationToken
    )
    {
        var code = callback.TakeCode(callback.State);
        var tokens = await app.Client.OAuth.ExchangeAsync(
            code,
            new Uri(attempt.RedirectUri),
            VerifierOf(attempt),
            cancellationToken
        );
        var profile = await profiles.ReadAsync(tokens, cancellationToken);
        if (!attempt.AsksFirst)
        {
            var account = await register.SaveAsync(tokens, profile, attempt.Actor, cancellationToken);
            return new ConnectOutcome.Connected(account, attempt.ReturnTo, AskedFirst: false);
        }

        var proof = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(ProofBytes));
        var pending = box.SealText(
            PendingConnection.Purpose,
            attempt.Id,
            PendingConnection.Of(tokens, profile).ToText()
        );
        await attempts.AskAsync(attempt.Id, browser, proof, pending, cancellationToken);
        return new ConnectOutcome.Question(attempt.Id, proof, ownerName, NameOf(tokens, profile));
    }

    private PkceVerifier? VerifierOf(ConnectAttempt attempt)
    {
        if (attempt.Verifier is null)
        {
            return null;
        }

        return box.TryOpenText(ConnectStart.VerifierPurpose, attempt.Id, attempt.Verifier, out var text)
            ? new PkceVerifier(text)
            : throw new ClipyardException(FailureCatalogue.InvalidState, Reasons.Unreadable);
    }

    private static string NameOf(TokenSet tokens, AccountProfile profile)
    {
        var name = profile.DisplayName is { Length: > 0 } shown ? shown : tokens.OpenId;
        return profile.Username is { } username ? $"{name} (@{username})" : name;
    }
}
