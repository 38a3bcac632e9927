using System.Net;

namespace Clipyard.CrashMatrix.Running;

/// <summary>Connects accounts as a person with a browser would.</summary>
internal static class Connecting
{
    /// <summary>Connects a creator's account.</summary>
    /// <returns>Its id.</returns>
    public static async Task<Guid> ConnectAsync(
        ServerProcess server,
        SandboxProcess sandbox,
        string creator,
        CancellationToken cancellationToken
    )
    {
        var begun = await server.SendAsync(HttpMethod.Get, "/auth/oauth-url/tiktok", null, cancellationToken);
        var back = await sandbox.ConsentAsync(begun.GetProperty("url").GetString()!, creator, cancellationToken);
        using var browser = new HttpClient(
            new SocketsHttpHandler { CookieContainer = new CookieContainer(), UseProxy = false }
        );
        browser.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        var question = await browser.GetStringAsync(back, cancellationToken);
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["attempt"] = FieldOf(question, "attempt"),
                ["proof"] = FieldOf(question, "proof"),
                ["decision"] = "connect",
            }
        );
        var action = new Uri(back, Between(question, "action=\""));
        using var answer = await browser.PostAsync(action, form, cancellationToken);
        answer.EnsureSuccessStatusCode();
        return await FindAsync(server, creator, cancellationToken);
    }

    private static async Task<Guid> FindAsync(ServerProcess server, string creator, CancellationToken cancellationToken)
    {
        var status = await server.SendAsync(HttpMethod.Get, "/api/tiktok/status", null, cancellationToken);
        var account = status
            .GetProperty("accounts")
            .EnumerateArray()
            .Single(account => account.GetProperty("username").GetString() == creator);
        return account.GetProperty("account_id").GetGuid();
    }

    private static string FieldOf(string page, string name) => Between(page, $"name=\"{name}\" value=\"");

    /// <summary>What stands between a text and the next quotation mark.</summary>
    private static string Between(string page, string before)
    {
        var from = page.IndexOf(before, StringComparison.Ordinal) + before.Length;
        return from < before.Length
            ? throw new InvalidOperationException($"The page has no {before}: {page}")
            : WebUtility.HtmlDecode(page[from..page.IndexOf('"', from)]);
    }
}
