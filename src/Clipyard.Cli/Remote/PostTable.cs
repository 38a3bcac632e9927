using System.Security.Cryptography;
using Clipyard.Cli.Options;

namespace Clipyard.Cli.Remote;

/// <summary>A table that is to be imported: a file, or what standard input held.</summary>
/// <param name="name">What its faults are said of.</param>
/// <param name="open">Opens it from its beginning.</param>
internal sealed class PostTable(string name, Func<Stream> open)
{
    // One more than the server takes: that one refuses it and says so.
    private const int MostOfInput = 16 * 1024 * 1024 + 1;

    public string Name => name;

    /// <summary>Finds it.</summary>
    /// <exception cref="UsageException">There is no such file.</exception>
    public static async Task<PostTable> FindAsync(CliHost host, string file, CancellationToken cancellationToken)
    {
        if (file is "-")
        {
            await using var input = host.OpenInput();
            return await HeldAsync("-", input, cancellationToken);
        }

        if (!File.Exists(file))
        {
            throw new UsageException($"There is no file '{file}'.");
        }

        // A pipe opens when somebody writes to it, which may be never.
        var opening = Task.Run(() => File.OpenRead(file), cancellationToken);
        await using var content = await opening.WaitAsync(cancellationToken);
        return content.CanSeek
            ? new PostTable(file, () => File.OpenRead(file))
            : await HeldAsync(file, content, cancellationToken);
    }

    /// <summary>Opens it from its beginning.</summary>
    public Stream Open() => open();

    /// <summary>
    /// The same for the same content. Whoever does not know whether the server took a table says the same command again, and
    /// nothing is made twice.
    /// </summary>
    public async Task<string> KeyAsync(CancellationToken cancellationToken)
    {
        await using var content = open();
        return "import-" + Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
    }

    // A pipe gives what it holds once, and it is needed for the key and for every try.
    private static async Task<PostTable> HeldAsync(string name, Stream input, CancellationToken cancellationToken)
    {
        using var read = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int count;
        while (read.Length < MostOfInput && (count = await input.ReadAsync(buffer, cancellationToken)) > 0)
        {
            read.Write(buffer, 0, count);
        }

        var bytes = read.ToArray();
        return new PostTable(name, () => new MemoryStream(bytes, writable: false));
    }
}
