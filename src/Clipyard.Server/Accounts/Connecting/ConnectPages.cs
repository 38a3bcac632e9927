using Clipyard.Failures;
using Clipyard.Server.Api;

namespace Clipyard.Server.Accounts.Connecting;

/// <summary>
/// The pages that a person sees who comes back from TikTok without one of our own to go to. No script, everything
/// escaped.
/// </summary>
internal static class ConnectPages
{
    /// <summary>Asks whether the person meant this: whoever sent them the address might have meant their own account.</summary>
    public static string Question(ConnectOutcome.Question question, string action, string server) =>
        PlainPage.Of(
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
        PlainPage.Of(
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
        return PlainPage.Of(
            "Not connected",
            $"""
            <p>{Text(error.Message)}</p>
            <ul>{remedies}</ul>
            <p class="quiet">{Text(error.Code)}</p>
            """
        );
    }

    private static string Text(string text) => PlainPage.Text(text);
}
