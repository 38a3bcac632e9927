using System.Text;
using Clipyard.Sandbox.Hosting;
using Clipyard.Sandbox.Official.Wire;
using Microsoft.AspNetCore.WebUtilities;

namespace Clipyard.Sandbox.Official.OAuth;

/// <summary>The consent page: shown, answered, or skipped for somebody who is signed in and has agreed before.</summary>
internal sealed class AuthorizeAnswers(OfficialState state)
{
    /// <summary>Who is signed in at the sandbox: a plain name, for nothing here is worth protecting.</summary>
    private const string SessionCookie = "sandbox_session";

    private readonly AuthorizeRules _rules = new(state);
    private readonly Consents _consents = new(state);

    public AuthorizeRules Rules => _rules;

    public Consents Consents => _consents;

    public SandboxResponse Answer(ApiCall call)
    {
        var request = call.Request;
        if (request.Path == AuthorizeRules.ErrorPage)
        {
            return ConsentPage.Error(request.Query["error"].ToString(), request.Query["error_type"].ToString());
        }

        if (!request.Path.Value!.EndsWith('/'))
        {
            call.Note("The documented address of the consent page ends in '/'.");
        }

        return request.Method switch
        {
            "GET" or "HEAD" => Show(call),
            "POST" => Decide(call),
            _ => SandboxResponse.Text("", 405).With("Allow", "GET, HEAD, POST"),
        };
    }

    private SandboxResponse Show(ApiCall call)
    {
        var (request, location, rule) = _rules.Judge(call.Request.Query);
        if (request is null)
        {
            state.Report.Refused(call, "authorize", rule);
            return Leave(location);
        }

        var user = Uri.UnescapeDataString(CookieReader.Find(call.Request, SessionCookie) ?? "");
        if (!request.AlwaysAsk && state.World.FindCreator(user) is { } creator && _consents.IsRemembered(request, user))
        {
            return Leave(_consents.Approve(request, creator, request.Scopes));
        }

        return ConsentPage.Ask(request, _consents.Accounts, user, call.Request.QueryString.Value ?? "");
    }

    private SandboxResponse Decide(ApiCall call)
    {
        if (IsFromElsewhere(call.Request))
        {
            return SandboxResponse.Text("Only the consent page itself may answer for the creator.\n", 403);
        }

        var form = QueryHelpers.ParseQuery(Encoding.UTF8.GetString(call.Body));
        var asked = new QueryCollection(QueryHelpers.ParseQuery(form.GetValueOrDefault("request").ToString()));
        var (request, location, _) = _rules.Judge(asked);
        if (request is null)
        {
            return Leave(location);
        }

        if (form.GetValueOrDefault("decision") != "approve")
        {
            return Leave(Consents.Decline(request));
        }

        var name = form.GetValueOrDefault("creator").ToString();
        if (state.World.FindCreator(name) is not { } creator)
        {
            return SandboxResponse.Text($"There is no account '{name}'.\n", 400);
        }

        var scopes = form.GetValueOrDefault("scope").OfType<string>();
        return Leave(_consents.Approve(request, creator, scopes))
            .With(
                "Set-Cookie",
                $"{SessionCookie}={Uri.EscapeDataString(name)}; Path=/v2/auth/; HttpOnly; SameSite=Lax"
            );
    }

    private static SandboxResponse Leave(string location) =>
        new SandboxResponse { Status = 302 }
            .With("Location", location)
            .With("Cache-Control", "no-store");

    private static bool IsFromElsewhere(HttpRequest request) =>
        request.Headers.Origin.ToString() is { Length: > 0 } origin
        && !(Uri.TryCreate(origin, UriKind.Absolute, out var parsed) && parsed.Authority == request.Host.Value);
}
