using System.Globalization;
using System.Text.Json.Nodes;
using Clipyard.Sandbox.Faults;
using Clipyard.Sandbox.Hosting;

namespace Clipyard.Sandbox.Control;

/// <summary>Clock, faults, limits, journal, and back to the start.</summary>
internal sealed class BehaviourControl(SandboxServer server)
{
    public SandboxResponse? Handle(HttpRequest request, string[] parts, JsonObject body) =>
        (request.Method, parts) switch
        {
            ("GET", ["state"]) => State(),
            ("GET", ["clock"]) => Clock(),
            ("POST", ["clock"]) => MoveClock(body),
            ("GET", ["faults"]) => ControlJson.Answer(server.Faults.Active),
            ("POST", ["faults"]) => AddFault(body),
            ("DELETE", ["faults"]) => Done(server.Faults.Clear),
            ("DELETE", ["faults", var id]) => server.Faults.Remove(int.Parse(id, CultureInfo.InvariantCulture))
                ? Nothing()
                : ControlJson.Error(404, "There is no such fault; perhaps it is used up."),
            ("GET", ["limits"]) => Limits(),
            ("PUT", ["limits"]) => SetLimits(body),
            ("GET", ["journal"]) => Journal(request),
            ("DELETE", ["journal"]) => Done(server.Journal.Clear),
            ("POST", ["banned-devices"]) => Ban(body),
            ("POST", ["reset"]) => Done(server.Reset),
            _ => null,
        };

    private SandboxResponse State() =>
        ControlJson.Answer(
            new JsonObject
            {
                ["address"] = server.Address.AbsoluteUri,
                ["intercept_proxy"] = server.InterceptProxy?.AbsoluteUri,
                ["certificate_authority_file"] = server.CertificateAuthorityFile,
                ["seed"] = server.Options.Seed,
                ["now"] = server.Clock.Now.UtcDateTime,
                ["creators"] = server.World.Creators.Count,
                ["posts"] = server.World.Posts.Count,
                ["short_links"] = server.World.ShortLinks.Count,
                ["faults"] = server.Faults.Active.Count,
                ["requests"] = server.Journal.Entries.Count,
            }
        );

    private SandboxResponse Clock() => ControlJson.Answer(new JsonObject { ["now"] = server.Clock.Now.UtcDateTime });

    private SandboxResponse MoveClock(JsonObject body)
    {
        if (body["set"] is { } instant)
        {
            server.Clock.Set(
                DateTimeOffset.Parse(
                    instant.GetValue<string>(),
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.AssumeUniversal
                )
            );
        }

        if (body["advance_ms"] is { } milliseconds)
        {
            server.Clock.Advance(TimeSpan.FromMilliseconds(milliseconds.GetValue<double>()));
        }

        if (body["reset"] is { } reset && reset.GetValue<bool>())
        {
            server.Clock.Reset();
        }

        return Clock();
    }

    private SandboxResponse AddFault(JsonObject body)
    {
        var fault = ControlJson.Read<SandboxFault>(body);
        return ControlJson.Answer(new ActiveFault(server.Faults.Add(fault), fault, Struck: 0), 201);
    }

    private SandboxResponse Limits()
    {
        var limits = new JsonObject();
        foreach (var (endpoint, perMinute) in server.RateLimits.PerMinute)
        {
            limits[System.Text.Json.JsonSerializer.SerializeToNode(endpoint, ControlJson.Options)!.GetValue<string>()] =
                perMinute;
        }

        return ControlJson.Answer(limits);
    }

    /// <summary>All limits at once: what the body does not name is lifted.</summary>
    private SandboxResponse SetLimits(JsonObject body)
    {
        var limits = body.Select(pair =>
                (
                    Endpoint: ControlJson.Read<SandboxEndpoint>(JsonValue.Create(pair.Key)),
                    PerMinute: pair.Value?.GetValue<int>()
                )
            )
            .ToList();
        server.RateLimits.Clear();
        foreach (var (endpoint, perMinute) in limits)
        {
            server.RateLimits.Set(endpoint, perMinute);
        }

        return Limits();
    }

    private SandboxResponse Journal(HttpRequest request)
    {
        var entries = server.Journal.Entries.AsEnumerable();
        if (request.Query["endpoint"].ToString() is { Length: > 0 } name)
        {
            var endpoint = ControlJson.Read<SandboxEndpoint>(JsonValue.Create(name));
            entries = entries.Where(entry => entry.Endpoint == endpoint);
        }

        if (request.Query["post"].ToString() is { Length: > 0 } post)
        {
            entries = entries.Where(entry => string.Equals(entry.Post, post, StringComparison.Ordinal));
        }

        return ControlJson.Answer(entries);
    }

    private SandboxResponse Ban(JsonObject body)
    {
        server.BanDevice(body["device_id"]?.GetValue<string>() ?? throw new FormatException("'device_id' is missing."));
        return Nothing();
    }

    private static SandboxResponse Done(Action action)
    {
        action();
        return Nothing();
    }

    private static SandboxResponse Nothing() => SandboxResponse.Text("", 204);
}
