using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Clipyard.TikTokApi.OAuth;
using Microsoft.AspNetCore.DataProtection;

namespace Clipyard.Server.Accounts.Tokens;

/// <summary>Seals what must not be read in the database. What was sealed for one row opens in that row only.</summary>
internal sealed class TokenBox(IDataProtectionProvider protection)
{
    private const char Between = '\n'; // no token holds one

    private readonly IDataProtector _root = protection.CreateProtector("Clipyard.Accounts");

    /// <summary>Seals both tokens of an account as one: they are only ever replaced together.</summary>
    public string Seal(Guid accountId, AccessToken access, RefreshToken refresh) =>
        SealText("tokens", accountId, $"{access.Value}{Between}{refresh.Value}");

    /// <summary>Opens them again.</summary>
    /// <returns>Whether they can be read: not when the keys are others, or somebody changed the row.</returns>
    public bool TryOpen(Guid accountId, string? sealedTokens, out AccessToken access, out RefreshToken refresh)
    {
        (access, refresh) = (default, default);
        if (
            !TryOpenText("tokens", accountId, sealedTokens, out var text)
            || text.Split(Between) is not [{ Length: > 0 } first, { Length: > 0 } second]
        )
        {
            return false;
        }

        (access, refresh) = (new AccessToken(first), new RefreshToken(second));
        return true;
    }

    /// <summary>Seals another secret of a row.</summary>
    public string SealText(string purpose, Guid rowId, string text) => Protector(purpose, rowId).Protect(text);

    /// <summary>Opens it again.</summary>
    public bool TryOpenText(string purpose, Guid rowId, string? sealedText, [NotNullWhen(true)] out string? text)
    {
        try
        {
            text = sealedText is null ? null : Protector(purpose, rowId).Unprotect(sealedText);
        }
        catch (CryptographicException)
        {
            text = null;
        }

        return text is not null;
    }

    private IDataProtector Protector(string purpose, Guid rowId) => _root.CreateProtector(purpose, rowId.ToString("N"));
}
