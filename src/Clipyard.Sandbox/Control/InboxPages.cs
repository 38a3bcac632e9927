using System.Globalization;
using System.Text;
using Clipyard.Sandbox.Hosting;
using Clipyard.Sandbox.Media;
using Clipyard.Sandbox.Official.Creators;
using Clipyard.Sandbox.Official.Wire;
using Microsoft.AspNetCore.WebUtilities;

namespace Clipyard.Sandbox.Control;

/// <summary>The creator's side for people: <c>/_sandbox/inbox/NAME</c>, and the files shown on it.</summary>
internal sealed class InboxPages(SandboxServer server)
{
    public async Task<SandboxResponse?> HandleAsync(
        HttpRequest request,
        string[] parts,
        CancellationToken cancellationToken
    ) =>
        (request.Method, parts) switch
        {
            ("GET", ["inbox", var name]) => Page(name),
            ("POST", ["inbox", var name]) => await ActAsync(request, name, cancellationToken),
            ("GET", ["files", var id, var number]) => File(request, id, number),
            _ => null,
        };

    private SandboxResponse? Page(string name) =>
        server.World.FindCreator(name) is { } creator
            ? SandboxResponse.Html(InboxPage.Write(server, creator)).With("Content-Security-Policy", PageFrame.Policy)
            : null;

    private async Task<SandboxResponse> ActAsync(HttpRequest request, string name, CancellationToken cancellationToken)
    {
        var body = await RequestBody.ReadAsync(request, cancellationToken) ?? [];
        var form = QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body));
        string? Member(string member) => form.TryGetValue(member, out var value) ? value.ToString() : null;
        var draft = Member("draft") ?? "";
        var done = Member("do") switch
        {
            "post" => server.Official.Inbox.Post(draft, Member("caption"), Member("privacy_level")) is not null,
            "discard" => server.Official.Inbox.Discard(draft),
            "disconnect" => server.Official.Inbox.Disconnect(name, Member("app") ?? ""),
            _ => false,
        };
        return done
            ? new SandboxResponse { Status = 303 }.With("Location", $"/_sandbox/inbox/{Uri.EscapeDataString(name)}")
            : ControlJson.Error(409, "It is not there any more.");
    }

    private SandboxResponse? File(HttpRequest request, string id, string number)
    {
        if (
            !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            || server.Official.Inbox.File(id, index) is not { Facts: { } facts } file
        )
        {
            return null;
        }

        var whole = new SandboxResponse
        {
            ContentType = facts.ContentType,
            Body = SegmentedBody.OfFile(file.Path, file.Length),
        }.With("Accept-Ranges", "bytes");
        return RangeAnswer.For(request, whole, $"\"{file.Sha256}\"");
    }
}
