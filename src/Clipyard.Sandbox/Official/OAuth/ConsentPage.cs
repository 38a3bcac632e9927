using System.Net;
using System.Text;
using Clipyard.Sandbox.Hosting;
using Clipyard.Sandbox.Official.Creators;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Sandbox.Official.OAuth;

/// <summary>The page on which a creator allows an app what it asks for, or some of it, or nothing.</summary>
internal static class ConsentPage
{
    public static SandboxResponse Ask(
        AuthorizeRequest request,
        IEnumerable<SandboxCreator> accounts,
        string signedIn,
        string query
    )
    {
        var creators = new StringBuilder();
        foreach (var account in accounts)
        {
            var chosen = string.Equals(account.Username, signedIn, StringComparison.OrdinalIgnoreCase);
            creators.Append(
                null,
                $"<option value=\"{Text(account.Username)}\"{(chosen ? " selected" : "")}>{Text(account.Nickname)} (@{Text(account.Username)}){(account.Private ? " · private" : "")}</option>"
            );
        }

        var scopes = new StringBuilder();
        foreach (var scope in request.Scopes)
        {
            scopes.Append(
                null,
                $"<label class=\"row\"><span>{Text(Scopes.Sentence(scope))}<small>{Text(scope)}</small></span><input type=\"checkbox\" name=\"scope\" value=\"{Text(scope)}\" checked></label>"
            );
        }

        return Page(
            $"Authorize {request.App.Name}",
            $"""
            <form class="card" method="post" action="/v2/auth/authorize/">
            <h1>Authorize {Text(request.App.Name)}</h1>
            <p class="quiet">This is the Clipyard sandbox, not TikTok. Choose who you are here and what the app may do.</p>
            <label class="field">Log in as<select name="creator">{creators}</select></label>
            <fieldset><legend>{Text(request.App.Name)} would like to</legend>{scopes}</fieldset>
            <p class="quiet">You will be sent to <code>{Text(request.RedirectUri)}</code></p>
            <input type="hidden" name="request" value="{Text(query)}">
            <div class="actions">
            <button name="decision" value="decline" class="plain">Decline</button>
            <button name="decision" value="approve">Continue</button>
            </div>
            </form>
            """
        );
    }

    public static SandboxResponse Error(string error, string errorType) =>
        Page(
            "Something went wrong",
            $"""
            <div class="card"><h1>Something went wrong</h1>
            <p>We couldn't log in with TikTok. This may be due to specific app settings.</p>
            <p>If you're a developer, correct the following and try again:</p>
            <ul><li><code>{Text(errorType)}</code></li></ul>
            <p class="quiet">{Text(error)}</p></div>
            """
        );

    private static SandboxResponse Page(string title, string body) =>
        SandboxResponse.Html(PageFrame.Write(title, body)).With("Content-Security-Policy", PageFrame.Policy);

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
