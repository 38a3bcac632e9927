using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Clipyard.Cli.Options;
using Clipyard.Failures;

namespace Clipyard.Cli.Doctor;

/// <summary>Whether a server can do its work, seen from where its callers are.</summary>
internal static class ServerChecks
{
    public static async IAsyncEnumerable<Finding> RunAsync(
        CliSession session,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var address = session.Settings.Address(RemoteOptionSet.Server) ?? RemoteOptionSet.DefaultServer;
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false })
        {
            BaseAddress = address,
            Timeout = session.Settings.Value(NetworkOptions.RequestTimeout) ?? TimeSpan.FromSeconds(10),
        };
        var reached = await ReachAsync(http, session.Host.Time, cancellationToken);
        yield return reached.Finding;
        if (reached.Finding.Failure is not null)
        {
            yield break; // every other check would say the same
        }

        foreach (var finding in await ReadinessAsync(http, cancellationToken))
        {
            yield return finding;
        }

        var key = session.Settings.Text(RemoteOptionSet.Key);
        yield return await DoctorRequest.TryAsync(
            "bucket",
            () => VisibilityAsync(http, cancellationToken),
            cancellationToken
        );
        yield return await DoctorRequest.TryAsync(
            "key",
            () => KeyAsync(http, key, cancellationToken),
            cancellationToken
        );
        yield return ClockCheck.Judge(reached.ClockAhead, "the server's");
        yield return await DoctorRequest.TryAsync(
            "address",
            () => AddressAsync(http, key, cancellationToken),
            cancellationToken
        );
        yield return Encryption(address);
        if (key is null)
        {
            yield break;
        }

        foreach (var finding in await PublishingChecks.RunAsync(http, key, cancellationToken))
        {
            yield return finding;
        }
    }

    private static async Task<(Finding Finding, TimeSpan? ClockAhead)> ReachAsync(
        HttpClient http,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        const string Check = "server";
        try
        {
            using var answer = await http.GetAsync(new Uri("/health", UriKind.Relative), cancellationToken);
            var detail = $"{http.BaseAddress} answered {(int)answer.StatusCode} to /health";
            return answer.IsSuccessStatusCode
                ? (Finding.Ok(Check, detail), time.GetUtcNow() - answer.Headers.Date)
                : (
                    Finding.Failed(
                        Check,
                        detail,
                        FailureCatalogue.NetworkError,
                        "Something else listens there: give the server's own address."
                    ),
                    null
                );
        }
        catch (Exception error) when (DoctorRequest.IsTrouble(error, cancellationToken))
        {
            var remedy = "Start it with `clipyard serve`, or give its address: --server URL.";
            return (
                Finding.Failed(
                    Check,
                    $"{http.BaseAddress} does not answer: {error.Message}",
                    FailureCatalogue.NetworkError,
                    remedy
                ),
                null
            );
        }
    }

    private static async Task<IReadOnlyList<Finding>> ReadinessAsync(
        HttpClient http,
        CancellationToken cancellationToken
    )
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/ready", UriKind.Relative), cancellationToken);
            using var document = await DoctorRequest.ReadAsync(answer, cancellationToken);
            return [.. document.RootElement.GetProperty("checks").EnumerateArray().Select(Judge)];
        }
        catch (Exception error) when (DoctorRequest.IsTrouble(error, cancellationToken))
        {
            return [Finding.Failed("ready", error.Message, FailureCatalogue.NetworkError)];
        }
    }

    private static Finding Judge(JsonElement check)
    {
        var name = check.GetProperty("name").GetString() ?? "ready";
        if (check.GetProperty("ok").GetBoolean())
        {
            return Finding.Ok(name, "works");
        }

        var code = check.GetProperty("code").GetString();
        var failure = FailureCatalogue.All.FirstOrDefault(f => f.Code == code) ?? FailureCatalogue.InternalError;
        return Finding.Failed(name, $"{failure.Message} The server's log says more.", failure);
    }

    // An address without a signature is refused where clips are private, and unknown where they are public.
    private static async Task<Finding> VisibilityAsync(HttpClient http, CancellationToken cancellationToken)
    {
        const string Check = "bucket";
        using var answer = await http.GetAsync(new Uri("/media/doctor", UriKind.Relative), cancellationToken);
        return answer.StatusCode switch
        {
            HttpStatusCode.Forbidden => Finding.Ok(Check, "private: clips are fetched by signed addresses that end"),
            HttpStatusCode.NotFound => Finding.Note(
                Check,
                "public: whoever knows a clip's address can fetch it for ever",
                "Set Storage:Public=false unless that is meant."
            ),
            var other => Finding.Failed(
                Check,
                $"/media answered {(int)other}",
                FailureCatalogue.StorageUnavailable,
                "A proxy in front of the server must pass /media on."
            ),
        };
    }

    private static async Task<Finding> KeyAsync(HttpClient http, string? key, CancellationToken cancellationToken)
    {
        const string Check = "key";
        if (key is null)
        {
            return Finding.Note(Check, "not checked", "Give --key or CLIPYARD_KEY to have it checked.");
        }

        using var answer = await DoctorRequest.AskAsync(http, "/api/me", key, cancellationToken);
        if (answer.StatusCode == HttpStatusCode.Unauthorized)
        {
            var remedy = "Make a new key: POST /api/keys, or `clipyard people reset-password` and sign in.";
            return Finding.Failed(Check, "unknown, expired or revoked", FailureCatalogue.Unauthenticated, remedy);
        }

        answer.EnsureSuccessStatusCode();
        using var me = await DoctorRequest.ReadAsync(answer, cancellationToken);
        var scopes = me.RootElement.GetProperty("scopes").EnumerateArray().Select(scope => scope.GetString());
        return Finding.Ok(Check, $"{me.RootElement.GetProperty("name")} may {string.Join(", ", scopes)}");
    }

    private static async Task<Finding> AddressAsync(HttpClient http, string? key, CancellationToken cancellationToken)
    {
        const string Check = "address";
        using var answer = await DoctorRequest.AskAsync(http, "/openapi/v1.json", key, cancellationToken);
        answer.EnsureSuccessStatusCode();
        using var document = await DoctorRequest.ReadAsync(answer, cancellationToken);
        var said = new Uri(document.RootElement.GetProperty("servers")[0].GetProperty("url").GetString() ?? "");
        var asked = http.BaseAddress!;
        var isSame = said.Scheme == asked.Scheme && said.Authority == asked.Authority;
        return isSame
            ? Finding.Ok(Check, $"answers name {said.GetLeftPart(UriPartial.Authority)}")
            : Finding.Failed(
                Check,
                $"answers name {said.GetLeftPart(UriPartial.Authority)}, not {asked.GetLeftPart(UriPartial.Authority)}",
                FailureCatalogue.InvalidParameter,
                $"Start the server with --public-address {asked.GetLeftPart(UriPartial.Authority)}."
            );
    }

    private static Finding Encryption(Uri address)
    {
        const string Check = "https";
        return address.Scheme == Uri.UriSchemeHttps ? Finding.Ok(Check, "keys and clips travel encrypted")
            : address.IsLoopback ? Finding.Ok(Check, "not needed: nothing leaves this machine")
            : Finding.Failed(
                Check,
                "keys travel readable for everybody on the way",
                FailureCatalogue.InvalidParameter,
                "Put a proxy that speaks https in front of it; docs/setup.md tells how."
            );
    }
}
