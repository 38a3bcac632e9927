using System.Collections.Frozen;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Pages;

/// <summary>The built pages. Read when somebody first asks for one: a server without readers pays nothing.</summary>
internal sealed class PageFiles(IOptions<PagesOptions> options)
{
    public const string IndexName = "index.html";

    // See EmbedPages in Clipyard.Server.csproj.
    private const string Prefix = "pages/";

    private readonly Lazy<FrozenDictionary<string, PageFile>> _files = new(() =>
        Gather(options.Value.Folder is { } folder ? OfFolder(folder) : OfProgram())
    );

    /// <summary>The page that all addresses of the pages show; null when they were not built.</summary>
    public PageFile? Index => Find(IndexName);

    /// <summary>The file of this name below the root; null when there is none.</summary>
    public PageFile? Find(string name) => _files.Value.GetValueOrDefault(name);

    private static FrozenDictionary<string, PageFile> Gather(IEnumerable<(string Name, byte[] Bytes)> stored) =>
        stored
            .Select(file => (file.Bytes, Encoding: PageEncoding.OfFile(file.Name), file.Name))
            .GroupBy(file => file.Name[..^file.Encoding.Suffix.Length], StringComparer.Ordinal)
            .ToFrozenDictionary(
                forms => forms.Key,
                forms => new PageFile(forms.Key, forms.ToDictionary(form => form.Encoding, form => form.Bytes)),
                StringComparer.Ordinal
            );

    private static IEnumerable<(string Name, byte[] Bytes)> OfFolder(string folder) =>
        Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => (Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllBytes(path)));

    private static IEnumerable<(string Name, byte[] Bytes)> OfProgram()
    {
        var program = typeof(PageFiles).Assembly;
        return program
            .GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => (name[Prefix.Length..].Replace('\\', '/'), Read(program.GetManifestResourceStream(name))));
    }

    private static byte[] Read(Stream? resource)
    {
        using var bytes = new MemoryStream();
        using (resource)
        {
            resource?.CopyTo(bytes);
        }

        return bytes.ToArray();
    }
}
