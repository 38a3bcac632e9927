namespace Clipyard.Sandbox.Official.Wire;

/// <summary>A refusal in the API's envelope.</summary>
internal sealed class ApiRefusalException(int status, string code, string message) : Exception(message)
{
    public const string PostInfo = "The request post info is empty or incorrect";
    public const string SourceInfo = "The request source info is empty or incorrect";
    public const string ChunkSize = "The chunk size is invalid";
    public const string ChunkCount = "The total chunk count is invalid";

    private const string Guidelines =
        "Please review our integration guidelines at https://developers.tiktok.com/doc/content-sharing-guidelines/";

    public int Status => status;

    public string Code => code;

    /// <summary>What the request did wrong, for the report; null when nothing (a limit of the account, say).</summary>
    public string? Rule { get; init; }

    public static ApiRefusalException InvalidParams(string message, string rule) =>
        new(400, "invalid_params", message) { Rule = rule };

    public static ApiRefusalException InvalidToken() =>
        new(401, "access_token_invalid", "The access token is invalid or not found in the request.");

    public static ApiRefusalException ScopeNotAuthorized(string rule) =>
        new(401, "scope_not_authorized", "The user did not authorize the scope required for completing this request.")
        {
            Rule = rule,
        };

    public static ApiRefusalException Unaudited() =>
        new(403, "unaudited_client_can_only_post_to_private_accounts", Guidelines);

    public static ApiRefusalException Spam(string code) =>
        new(403, code, $"The request was refused ({code}). {Guidelines}");
}
