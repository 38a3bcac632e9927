using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Clipyard.CrashMatrix.Boundaries;

namespace Clipyard.CrashMatrix.Running;

/// <summary>A server process.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private ServerProcess(ChildProcess process, Uri address, string key)
    {
        Process = process;
        Key = key;
        Client = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false })
        {
            BaseAddress = address,
            Timeout = TimeSpan.FromMinutes(2),
        };
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    public ChildProcess Process { get; }

    /// <summary>The administrator's key: good for every start on the same data.</summary>
    public string Key { get; }

    public HttpClient Client { get; }

    /// <summary>Starts one, and waits until it answers.</summary>
    /// <param name="setup">What is the same at every start.</param>
    /// <param name="key">The key that its first start said; null at the first.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="ProcessEndedException">It refused to start.</exception>
    public static async Task<ServerProcess> StartAsync(
        ServerData setup,
        string? key,
        CancellationToken cancellationToken
    )
    {
        var process = ChildProcess.Start(setup.Arguments());
        var line = await process.ReadAsync(cancellationToken);
        if (line.Split(' ') is not ["ready", var address, var made])
        {
            await process.DisposeAsync();
            throw new ProcessEndedException(line);
        }

        return new ServerProcess(process, new Uri(address), key ?? made);
    }

    /// <summary>Counts from here on; dies at the boundary, if there is one.</summary>
    public Task ArmAsync(Boundary? boundary, CancellationToken cancellationToken) =>
        Process.AskAsync($"arm {boundary?.ToString() ?? "-"}", cancellationToken);

    /// <summary>What was counted since.</summary>
    public async Task<Dictionary<BoundaryKind, List<string>>> SeenAsync(CancellationToken cancellationToken)
    {
        var line = await Process.AskAsync("seen", cancellationToken);
        return JsonSerializer.Deserialize<Dictionary<BoundaryKind, List<string>>>(line["seen ".Length..]) ?? [];
    }

    public async Task<JsonElement> SendAsync(
        HttpMethod method,
        string path,
        object? body,
        CancellationToken cancellationToken,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = body as HttpContent ?? (body is null ? null : JsonContent.Create(body));
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await Client.SendAsync(request, cancellationToken);
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        return response.StatusCode < HttpStatusCode.BadRequest
            ? JsonSerializer.Deserialize<JsonElement>(text)
            : throw new AnswerException(response.StatusCode, $"{method} {path}", text);
    }

    /// <summary>Whether an exception of a request says that the server has died.</summary>
    public static bool IsDeath(Exception error) =>
        error
            is HttpRequestException
                or IOException
                or SocketException
                or ProcessEndedException
                or TaskCanceledException;

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Process.DisposeAsync();
    }
}
