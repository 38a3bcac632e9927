using System.Net;
using Clipyard.Failures;

namespace Clipyard.Server.Accounts.Connecting;

/// <summary>
/// The pages that a person sees who comes back from TikTok without one of our own to go to. No script, everything
/// escaped.
/// </summary>
internal static class ConnectPages
{
    public const string ContentType = "text/html; charset=utf-8";

    /// <summary>Asks whether the person meant this: whoever sent them the address might have meant their own account.</summary>
    public static string Question(ConnectOutcome.Question question, string action, string server) =>
        Page(
            "Connect this TikTok account?",
            $"""
            <p>The TikTok account <strong>{Text(question.AccountName)}</strong> is about to be connected to
            <strong>{Text(question.OwnerName)}</strong> at {Text(server)}. Whoever uses that account there will be able
            to do with it what you allowed at TikTok.</p>
            <p>If you did not ask for this, or somebody sent you the link, do not go on.</p>
            <form method="post" action="{Text(action)}">
            <input type="hidden" name="attempt" value="{question.AttemptId}">
            <input type="hidden" name="proof" value="{Text(question.Proof)}">
            <button name="decision" value="connect">Connect it</button>
            <button name="decision" value="decline" class="plain">Do not connect it</button>
            </form>
            """
        );

    /// <summary>Says that it is done.</summary>
    public static string Connected(TikTokAccount account, string next) =>
        Page(
            "Connected",
            $"""
            <p><strong>{Text(account.ShownName)}</strong> is connected. You may close this page, or
            <a href="{Text(next)}">go on</a>.</p>
            """
        );

    /// <summary>Says what went wrong and what to do.</summary>
    public static string Failed(ClipyardException error)
    {
        var remedies = string.Concat(error.Remedies.Select(remedy => $"<li>{Text(remedy)}</li>"));
        return Page(
            "Not connected",
            $"""
            <p>{Text(error.Message)}</p>
            <ul>{remedies}</ul>
            <p class="quiet">{Text(error.Code)}</p>
            """
        );
    }

    private static string Page(string title, string body) =>
        $$"""
            <!doctype html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <meta name="robots" content="noindex">
              <title>{{Text(title)}} - Clipyard</title>
              <style>
                :root { color-scheme: light dark; }
                body { font: 1rem/1.5 system-ui, sans-serif; margin: 0; padding: 2rem 1rem; }
                main { max-width: 34rem; margin: 0 auto; }
                button { font: inherit; padding: .5rem 1rem; margin: 0 .5rem .5rem 0; }
                .quiet { opacity: .75; font-family: monospace; }
              </style>
            </head>
            <body><main>
            <h1>{{Text(title)}}</h1>
            {{body}}
            </main></body>
            </html>
            """;

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
