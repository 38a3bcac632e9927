using System.Text.Json;
using Clipyard.Cli.Files;
using Clipyard.Cli.Options;
using Clipyard.Client.Archive;

namespace Clipyard.Cli.Remote;

/// <summary>Where chains ended at some time, kept outside of the server.</summary>
internal static class HeadsFile
{
    /// <summary>Reads heads: a file of <c>--write-head</c>, or a whole report.</summary>
    /// <exception cref="UsageException">There is no such file, or it holds no heads.</exception>
    public static async Task<IReadOnlyDictionary<string, ChainHead>> ReadAsync(
        string file,
        CancellationToken cancellationToken
    )
    {
        if (!File.Exists(file))
        {
            throw new UsageException($"There is no file '{file}'.");
        }

        try
        {
            await using var stream = File.OpenRead(file);
            using var document = await JsonDocument.ParseAsync(stream, cancellationToken: cancellationToken);
            return document.RootElement.GetProperty("heads").Deserialize(RemoteJsonContext.Default.ChainHeads)
                ?? throw new JsonException("heads is null.");
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new UsageException($"'{file}' holds no heads; `clipyard verify --write-head` writes them.");
        }
    }

    /// <summary>Writes them in place of what was there, whole or not at all.</summary>
    public static Task WriteAsync(
        string file,
        IReadOnlyDictionary<string, ChainHead> heads,
        CancellationToken cancellationToken
    ) => WholeFile.WriteAsync(file, RemoteJson.Indented(new HeadsDocument(heads)), cancellationToken);
}
