using System.Security.Cryptography;
using System.Text;
using Clipyard.Failures;
using Clipyard.Server.Storage;

namespace Clipyard.Server.Publishing.Requests.Bulk;

/// <summary>A table as it was sent, on disk for as long as it is read.</summary>
internal sealed class ImportFile : IAsyncDisposable
{
    /// <summary>The most bytes that a table may have.</summary>
    public const long MaxBytes = 16 * 1024 * 1024;

    /// <summary>Stands for bytes that mean nothing in the file's encoding: no text has this character.</summary>
    public const char Broken = '\uffff';

    private const int BufferBytes = 64 * 1024;

    private readonly FileStream _file;

    private ImportFile(FileStream file) => _file = file;

    /// <summary>Of its bytes, lower-case hex.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>Takes a table in.</summary>
    /// <exception cref="ClipyardException"><c>invalid_parameter</c>: it is too large; <c>storage_full</c>.</exception>
    public static async Task<ImportFile> ReceiveAsync(
        Stream body,
        ServerPaths paths,
        CancellationToken cancellationToken
    )
    {
        Directory.CreateDirectory(paths.Temporary);
        var file = PrivateFile.Create(Path.Combine(paths.Temporary, $"import-{Guid.NewGuid():n}.csv"));
        var import = new ImportFile(file);
        try
        {
            import.Sha256 = await CopyAsync(body, file, cancellationToken);
            return import;
        }
        catch
        {
            await import.DisposeAsync();
            throw;
        }
    }

    /// <summary>The refusal of a table that is too large.</summary>
    public static ClipyardException TooLarge() =>
        new(FailureCatalogue.InvalidParameter, $"The file is larger than {MaxBytes:N0} bytes.")
        {
            Remedies = ["Send it in several parts."],
        };

    /// <summary>Its text from the beginning: UTF-8, or UTF-16 that says so with its first bytes.</summary>
    public async Task<StreamReader> OpenAsync(CancellationToken cancellationToken)
    {
        _file.Position = 0;
        var first = new byte[3];
        var length = await _file.ReadAtLeastAsync(first, first.Length, throwOnEndOfStream: false, cancellationToken);
        var (name, mark) = first.AsSpan(0, length) switch
        {
            [0xef, 0xbb, 0xbf] => ("utf-8", 3),
            [0xff, 0xfe, ..] => ("utf-16", 2),
            [0xfe, 0xff, ..] => ("utf-16BE", 2),
            _ => ("utf-8", 0),
        };
        _file.Position = mark;
        var encoding = Encoding.GetEncoding(
            name,
            EncoderFallback.ExceptionFallback,
            new DecoderReplacementFallback(Broken.ToString())
        );
        return new StreamReader(_file, encoding, detectEncodingFromByteOrderMarks: false, BufferBytes, leaveOpen: true);
    }

    public async ValueTask DisposeAsync()
    {
        await _file.DisposeAsync();
        try
        {
            File.Delete(_file.Name);
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            // The sweep takes it within a day.
        }
    }

    private static async Task<string> CopyAsync(Stream body, FileStream file, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferBytes];
        var total = 0L;
        while (await body.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            total += read;
            if (total > MaxBytes)
            {
                throw TooLarge();
            }

            hash.AppendData(buffer, 0, read);
            await WriteAsync(file, buffer.AsMemory(0, read), cancellationToken);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static async Task WriteAsync(
        FileStream file,
        ReadOnlyMemory<byte> bytes,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await file.WriteAsync(bytes, cancellationToken);
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            throw DiskErrors.Name(error);
        }
    }
}
