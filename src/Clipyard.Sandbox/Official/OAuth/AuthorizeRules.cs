using Clipyard.Sandbox.Official.Apps;

namespace Clipyard.Sandbox.Official.OAuth;

/// <summary>What TikTok demands of a consent request.</summary>
internal sealed class AuthorizeRules(OfficialState state)
{
    /// <summary>Where TikTok shows what is wrong; the real address of its error page is not recorded.</summary>
    public const string ErrorPage = "/v2/auth/error/";

    /// <summary>Reads a request.</summary>
    /// <returns>The request, or where the browser goes instead and the rule that was broken.</returns>
    public (AuthorizeRequest? Request, string Location, string Rule) Judge(IQueryCollection query)
    {
        if (query["client_key"] is not [{ Length: > 0 } key] || state.FindApp(key) is not { } app)
        {
            var code = query.ContainsKey("client_id") ? "&errCode=10003" : "";
            return Page("unauthorized_client", "client_key", "'client_key' must be a registered key.", code);
        }

        if (
            query["redirect_uri"] is not [{ Length: > 0 } redirect]
            || !app.RedirectUris.Any(registered => LoopbackWildcard.Equal(redirect, registered))
        )
        {
            return Page("invalid_request", "redirect_uri", "'redirect_uri' must be registered, byte for byte.");
        }

        if (query["state"] is not [{ Length: > 0 } stateValue])
        {
            return Page("invalid_request", "state", "'state' is required.");
        }

        var challenge = query["code_challenge"].ToString();
        if (challenge.Length == 0 && RedirectRules.IsDesktop(redirect))
        {
            return Page("invalid_request", "code_challenge", "A redirect on loopback needs 'code_challenge'.");
        }

        if (challenge.Length > 0 && query["code_challenge_method"] != "S256")
        {
            return Page("invalid_request", "code_challenge_method", "'code_challenge_method' must be S256.");
        }

        var request = new AuthorizeRequest
        {
            App = app,
            Scopes = query["scope"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries),
            RedirectUri = redirect,
            State = stateValue,
            Challenge = challenge.Length > 0 ? challenge : null,
            AlwaysAsk = query["disable_auto_auth"] == "1",
        };
        return Refusal(request, query["response_type"]) ?? (request, "", "");
    }

    /// <summary>Faults that the app hears of at its callback.</summary>
    private static (AuthorizeRequest?, string, string)? Refusal(AuthorizeRequest request, string? responseType)
    {
        if (responseType is not "code")
        {
            return Callback(request, "unsupported_response_type", "'response_type' must be 'code'.");
        }

        if (request.Scopes.Count == 0)
        {
            return Callback(request, "invalid_scope", "'scope' is required.");
        }

        var unknown = request.Scopes.FirstOrDefault(scope => !Scopes.All.Contains(scope, StringComparer.Ordinal));
        if (unknown is not null)
        {
            return Callback(request, "invalid_scope", $"'{unknown}' is no scope; scopes are separated by commas.");
        }

        var unapproved = request.Scopes.FirstOrDefault(scope =>
            !request.App.Scopes.Contains(scope, StringComparer.Ordinal)
        );
        return unapproved is null
            ? null
            : Callback(request, "invalid_scope", $"The app is not approved for '{unapproved}'.");
    }

    private static (AuthorizeRequest?, string, string) Callback(AuthorizeRequest request, string error, string rule) =>
        (
            null,
            request.Callback(
                ("error", error),
                ("error_type", error is "invalid_scope" ? "scope" : "response_type"),
                ("error_description", rule),
                ("state", request.State)
            ),
            rule
        );

    private static (AuthorizeRequest?, string, string) Page(
        string error,
        string errorType,
        string rule,
        string more = ""
    ) => (null, $"{ErrorPage}?error={error}&error_type={errorType}{more}", rule);
}
