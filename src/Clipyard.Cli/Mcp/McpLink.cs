using System.Net;
using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Clipyard.Cli.Options;
using Clipyard.Cli.Remote;
using Clipyard.Failures;

namespace Clipyard.Cli.Mcp;

/// <summary>The way to a server's <c>/mcp</c>: a message there, its answers back.</summary>
internal sealed class McpLink : IDisposable
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly HttpClient _http;
    private readonly Uri _address;
    private volatile string? _version;

    private McpLink(HttpClient http, Uri address)
    {
        _http = http;
        _address = address;
    }

    /// <summary>Makes one as the options say; nothing is sent yet.</summary>
    /// <exception cref="UsageException">There is no key.</exception>
    public static McpLink Open(CliSession session)
    {
        var http = new HttpClient(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                ConnectTimeout = TimeSpan.FromSeconds(15),
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            }
        )
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", RemoteServer.KeyOf(session));
        http.DefaultRequestHeaders.Accept.ParseAdd("application/json, text/event-stream");
        var server = RemoteServer.AddressOf(session);
        return new McpLink(http, new Uri(server.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/mcp"));
    }

    /// <summary>Says from now on which version client and server settled on.</summary>
    public void Settle(string version) => _version = version;

    /// <summary>Sends a message.</summary>
    /// <returns>What the server says to it; nothing when nothing is to be said.</returns>
    /// <exception cref="ClipyardException">The server refuses the call, or is no Clipyard server.</exception>
    /// <exception cref="HttpRequestException">It cannot be reached.</exception>
    public async IAsyncEnumerable<McpMessage> SendAsync(
        McpMessage message,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        using var request = RequestFor(message);
        using var response = await _http.SendAsync(
            request,
            HttpCompletionOption.ResponseHeadersRead,
            cancellationToken
        );
        if (response.StatusCode == HttpStatusCode.Accepted)
        {
            yield break;
        }

        switch (response.Content.Headers.ContentType?.MediaType)
        {
            case "text/event-stream":
                await using (var stream = await response.Content.ReadAsStreamAsync(cancellationToken))
                {
                    await foreach (var item in SseParser.Create(stream).EnumerateAsync(cancellationToken))
                    {
                        yield return Read(item.Data);
                    }
                }

                break;

            case "application/json":
                yield return Read(await response.Content.ReadAsStringAsync(cancellationToken));
                break;

            default:
                throw await McpProblem.ReadAsync(response, cancellationToken);
        }
    }

    public void Dispose() => _http.Dispose();

    private McpMessage Read(string text)
    {
        try
        {
            return McpMessage.Read(text);
        }
        catch (Exception error) when (error is JsonException or FormatException)
        {
            throw new ClipyardException(
                FailureCatalogue.InternalError,
                $"What answers at {_address} does not speak the protocol: {error.Message}",
                error
            )
            {
                Remedies = ["Check that --server names a Clipyard server, and not one older than this program."],
            };
        }
    }

    private HttpRequestMessage RequestFor(McpMessage message)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, _address)
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(message.Text)) { Headers = { ContentType = Json } },
        };
        Add(request, "MCP-Protocol-Version", message.Version ?? _version);
        Add(request, "Mcp-Method", message.Method);
        Add(request, "Mcp-Name", message.Name);
        return request;
    }

    // What cannot stand in a header as it is travels as the protocol says.
    private static void Add(HttpRequestMessage request, string name, string? value)
    {
        if (value is null)
        {
            return;
        }

        var plain = value.Length > 0 && value.Trim() == value && value.All(c => c is >= ' ' and < '\x7f');
        request.Headers.TryAddWithoutValidation(
            name,
            plain ? value : $"=?base64?{Convert.ToBase64String(Encoding.UTF8.GetBytes(value))}?="
        );
    }
}
