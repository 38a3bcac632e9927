using System.Net;
using System.Text.Json;
using Clipyard.Failures;

namespace Clipyard.Cli.Doctor;

/// <summary>Whether a server can send posts out, as far as the key may know: what it may not see is not mentioned.</summary>
internal static class PublishingChecks
{
    private const string App = "app";
    private const string Accounts = "accounts";
    private const string Publishing = "publishing";

    public static async Task<IReadOnlyList<Finding>> RunAsync(
        HttpClient http,
        string key,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return
            [
                .. await AccountsAsync(http, key, cancellationToken),
                .. await PauseAsync(http, key, cancellationToken),
            ];
        }
        catch (Exception error) when (DoctorRequest.IsTrouble(error, cancellationToken))
        {
            return [Finding.Failed(Publishing, error.Message, FailureCatalogue.NetworkError)];
        }
    }

    private static async Task<IReadOnlyList<Finding>> AccountsAsync(
        HttpClient http,
        string key,
        CancellationToken cancellationToken
    )
    {
        using var answer = await DoctorRequest.AskAsync(http, "/api/tiktok/status", key, cancellationToken);
        if (IsNotForThisKey(answer))
        {
            return [];
        }

        using var document = await DoctorRequest.ReadAsync(answer, cancellationToken);
        if (answer.StatusCode == HttpStatusCode.Conflict)
        {
            // Many servers only keep clips: that is no fault.
            var failure = FailureCatalogue.AppNotConfigured;
            var detail = document.RootElement.GetProperty("detail").GetString();
            return [Finding.Note(App, detail ?? failure.Message, failure.Remedy)];
        }

        answer.EnsureSuccessStatusCode();
        var mode = document.RootElement.GetProperty("mode").GetString();
        return [Finding.Ok(App, $"configured: {mode}"), Judge(document.RootElement.GetProperty("accounts"))];
    }

    private static Finding Judge(JsonElement accounts)
    {
        var broken = accounts
            .EnumerateArray()
            .Where(account => account.GetProperty("state").GetString() != "connected")
            .Select(account => account.GetProperty("state_reason").GetString())
            .ToList();
        var working = accounts.GetArrayLength() - broken.Count;
        return broken.Count > 0
                ? Finding.Failed(
                    Accounts,
                    $"{working} connected, {broken.Count} to be connected again: {string.Join(" ", broken.Distinct(StringComparer.Ordinal))}",
                    FailureCatalogue.ReconnectNeeded
                )
            : working > 0 ? Finding.Ok(Accounts, $"{working} connected")
            : Finding.Note(Accounts, "none is connected", "To post, sign in and open /api/auth/tiktok.");
    }

    private static async Task<IReadOnlyList<Finding>> PauseAsync(
        HttpClient http,
        string key,
        CancellationToken cancellationToken
    )
    {
        using var answer = await DoctorRequest.AskAsync(http, "/api/publishing", key, cancellationToken);
        if (IsNotForThisKey(answer))
        {
            return [];
        }

        answer.EnsureSuccessStatusCode();
        using var document = await DoctorRequest.ReadAsync(answer, cancellationToken);
        var state = document.RootElement;
        var open = state.GetProperty("open").GetInt32();
        return state.GetProperty("paused").GetBoolean()
            ?
            [
                Finding.Note(
                    Publishing,
                    $"paused, with {open} open posts: {state.GetProperty("reason").GetString()}",
                    "`clipyard resume` shows them; with --yes they go out."
                ),
            ]
            : [Finding.Ok(Publishing, $"posts go out; {open} of them are open")];
    }

    private static bool IsNotForThisKey(HttpResponseMessage answer) =>
        answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden;
}
