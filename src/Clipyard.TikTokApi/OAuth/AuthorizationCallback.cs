using System.Text;

namespace Clipyard.TikTokApi.OAuth;

/// <summary>What the consent page sent the browser back with.</summary>
public sealed record AuthorizationCallback
{
    /// <summary>The code to exchange, decoded; null on refusal. Good once, for some minutes.</summary>
    public string? Code { get; init; }

    /// <summary>The permissions that were granted.</summary>
    public ScopeSet Scopes { get; init; } = ScopeSet.Empty;

    /// <summary>The state that was sent along; null when it is missing.</summary>
    public string? State { get; init; }

    /// <summary>Why not, such as <c>access_denied</c>; null on consent.</summary>
    public string? Error { get; init; }

    /// <summary>More about it, such as <c>non_sandbox_target</c>; null when TikTok says no more.</summary>
    public string? ErrorType { get; init; }

    /// <summary>The same for people; null when TikTok says no more.</summary>
    public string? ErrorDescription { get; init; }

    /// <summary>Reads the address that the browser was sent to.</summary>
    public static AuthorizationCallback Read(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return Read(address.Query);
    }

    /// <summary>Reads the query of that address, with or without its question mark, not decoded yet.</summary>
    public static AuthorizationCallback Read(string query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var members = QueryText.Read(query);
        return new AuthorizationCallback
        {
            Code = members.GetValueOrDefault("code"),
            Scopes = ScopeSet.Parse(members.GetValueOrDefault("scopes") ?? members.GetValueOrDefault("scope")),
            State = members.GetValueOrDefault("state"),
            Error = members.GetValueOrDefault("error"),
            ErrorType = members.GetValueOrDefault("error_type"),
            ErrorDescription = members.GetValueOrDefault("error_description"),
        };
    }

    /// <summary>The code, once it is certain that this answers our question.</summary>
    /// <param name="expectedState">The state of the <see cref="Authorization"/> that this browser was sent off with.</param>
    /// <exception cref="ClipyardException">
    /// <c>invalid_state</c>: it does not. <c>consent_declined</c>, <c>not_sandbox_user</c>,
    /// <c>app_credentials_invalid</c>, <c>tiktok_rejected</c>: there is no code.
    /// </exception>
    public string TakeCode(string? expectedState)
    {
        if (!AuthorizationState.AreEqual(expectedState, State))
        {
            throw new ClipyardException(FailureCatalogue.InvalidState);
        }

        if (Error is not { Length: > 0 } && Code is { Length: > 0 } code)
        {
            return code;
        }

        var error = Redaction.Clean(Error);
        var description = Redaction.Clean(ErrorDescription, Code, State);
        throw new TikTokApiException(
            TikTokFailures.OfConsent(Error, ErrorType),
            string.Join(
                ": ",
                new[] { "TikTok", error ?? "no code", description ?? Redaction.Clean(ErrorType) }.OfType<string>()
            )
        )
        {
            TikTokCode = error,
            TikTokMessage = description,
        };
    }

    private bool PrintMembers(StringBuilder text)
    {
        text.Append("Scopes = ").Append(Scopes).Append(", Error = ").Append(Error);
        return true;
    }
}
