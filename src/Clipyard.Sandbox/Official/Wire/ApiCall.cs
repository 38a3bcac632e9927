using Clipyard.Sandbox.Journals;
using Clipyard.Sandbox.Official.OAuth;

namespace Clipyard.Sandbox.Official.Wire;

/// <summary>One call on its way through the API: what it sent, who sent it, what is to be said about it.</summary>
internal sealed class ApiCall(HttpRequest request, SandboxEndpoint endpoint, JournalEntry entry, byte[] body)
{
    private readonly List<string> _luck = [];

    public HttpRequest Request => request;

    public SandboxEndpoint Endpoint => endpoint;

    public JournalEntry Entry => entry;

    public byte[] Body => body;

    /// <summary>What worked although nothing promises that it does.</summary>
    public IReadOnlyList<string> Luck => _luck;

    public void Note(string rule) => _luck.Add(rule);

    public void NoteUnknown(WireObject read, string where)
    {
        foreach (var name in read.Unknown)
        {
            Note($"'{name}' is not documented in {where} and has no effect.");
        }
    }

    /// <summary>The body as JSON.</summary>
    /// <exception cref="ApiRefusalException">Another content type, or not JSON.</exception>
    public WireObject Json(bool required = true)
    {
        if (body.Length == 0)
        {
            return required
                ? throw ApiRefusalException.InvalidParams("The request is malformed", "The body is missing.")
                : WireObject.Parse(body);
        }

        var type = request.ContentType ?? "";
        var media = type.Split(';')[0].Trim();
        if (!media.Equals("application/json", StringComparison.OrdinalIgnoreCase))
        {
            throw ApiRefusalException.InvalidParams(
                "The request is malformed",
                $"The body must be sent as application/json, not as '{type}'."
            );
        }

        return WireObject.Parse(body);
    }

    /// <summary>Remembers whom it was about.</summary>
    public void IsFrom(Grant grant)
    {
        entry.Creator = grant.Username;
        entry.ClientKey = grant.ClientKey;
    }
}
