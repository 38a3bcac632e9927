using System.IO.Compression;

namespace Clipyard.Server.Pages;

/// <summary>A file of the pages, in every encoding it was prepared in.</summary>
internal sealed class PageFile
{
    private readonly byte[]? _brotli;
    private readonly byte[]? _gzip;
    private readonly byte[]? _plain;

    /// <param name="name">Its name below the root, such as <c>assets/index-B1x.js</c>.</param>
    /// <param name="stored">Its contents by encoding.</param>
    public PageFile(string name, IReadOnlyDictionary<PageEncoding, byte[]> stored)
    {
        Name = name;
        _brotli = stored.GetValueOrDefault(PageEncoding.Brotli);
        _gzip = stored.GetValueOrDefault(PageEncoding.Gzip);
        _plain = stored.GetValueOrDefault(PageEncoding.None);
        Tag = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(stored.Values.First()))[..16];
    }

    public string Name { get; }

    /// <summary>Names the contents; each encoding's entity tag is made of it.</summary>
    public string Tag { get; }

    /// <summary>Whether the name changes with the contents, so that a browser need never ask again.</summary>
    public bool IsImmutable => Name.StartsWith("assets/", StringComparison.Ordinal);

    public string ContentType =>
        Path.GetExtension(Name) switch
        {
            ".html" => "text/html; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            ".svg" => "image/svg+xml",
            ".png" => "image/png",
            ".ico" => "image/x-icon",
            ".webmanifest" => "application/manifest+json",
            ".woff2" => "font/woff2",
            _ => "application/octet-stream",
        };

    /// <summary>The smallest form that the reader takes.</summary>
    public (PageEncoding Encoding, byte[] Bytes) For(bool takesBrotli, bool takesGzip)
    {
        if (takesBrotli && _brotli is not null)
        {
            return (PageEncoding.Brotli, _brotli);
        }

        if (takesGzip && _gzip is not null)
        {
            return (PageEncoding.Gzip, _gzip);
        }

        return (PageEncoding.None, _plain ?? Unpack());
    }

    // Hardly anybody takes neither; what is not kept twice need not lie in the program either.
    private byte[] Unpack()
    {
        using var plain = new MemoryStream();
        using var packed = new GZipStream(new MemoryStream(_gzip ?? []), CompressionMode.Decompress);
        packed.CopyTo(plain);
        return plain.ToArray();
    }
}
