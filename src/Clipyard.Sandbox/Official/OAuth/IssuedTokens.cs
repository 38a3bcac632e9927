namespace Clipyard.Sandbox.Official.OAuth;

/// <summary>The tokens of one consent.</summary>
/// <param name="OpenId">The creator's id within the app.</param>
/// <param name="AccessToken">For calls.</param>
/// <param name="RefreshToken">For the next access token.</param>
/// <param name="Scope">What was granted, with commas between.</param>
/// <param name="ExpiresIn">Life of the access token.</param>
/// <param name="RefreshExpiresIn">What is left of the refresh token's life.</param>
public sealed record IssuedTokens(
    string OpenId,
    string AccessToken,
    string RefreshToken,
    string Scope,
    TimeSpan ExpiresIn,
    TimeSpan RefreshExpiresIn
);
