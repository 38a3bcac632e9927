using System.Text;
using Clipyard.Cli.Naming;

namespace Clipyard.Cli.Templates;

/// <summary>How files are named: yt-dlp's grammar, with the fields of <see cref="TemplateFields"/>.</summary>
internal sealed class OutputTemplate
{
    public const string Default = "%(uploader)s/%(id)s.%(ext)s";

    /// <summary>
    /// The longest stem in bytes. What follows it has room in a component of 255: <c>-01</c>, <c>.eng-US.2</c>,
    /// <c>.info.json</c>, and <c>.part</c> while it is fetched.
    /// </summary>
    public const int MaxStemBytes = 190;

    private readonly IReadOnlyList<IReadOnlyList<TemplatePiece>> _components;

    private OutputTemplate(string root, IReadOnlyList<IReadOnlyList<TemplatePiece>> components)
    {
        RootFolder = root;
        _components = components;
    }

    /// <summary>The folder that the template itself names by <c>/</c>, <c>~/</c> or <c>..</c> in front; usually empty.</summary>
    public string RootFolder { get; }

    /// <summary>Whether pictures are told apart by the template itself.</summary>
    public bool NamesIndex => Pieces.Any(piece => piece.Field?.Name is "index");

    private IEnumerable<TemplatePiece> Pieces => _components.SelectMany(component => component);

    /// <summary>Reads a template.</summary>
    /// <exception cref="FormatException">It is malformed or names an unknown field; the message says which.</exception>
    public static OutputTemplate Parse(string text)
    {
        var components = TemplateReader.Read(text);
        if (components[^1].Count == 0)
        {
            throw new FormatException(
                "The output template names a folder; end it with a file name such as %(id)s.%(ext)s."
            );
        }

        var (root, rest) = TakeRoot(text, components);
        return new OutputTemplate(root, [.. rest.SkipLast(1), WithoutExtension(rest[^1])]);
    }

    /// <summary>Writes the path of a file without its extension: safe components with <c>/</c> between them.</summary>
    public string RenderStem(TemplateSubject subject)
    {
        var path = new StringBuilder();
        for (var i = 0; i < _components.Count; i++)
        {
            var isLast = i == _components.Count - 1;
            var component = Render(_components[i], subject, isLast ? MaxStemBytes : FileNames.MaxComponentBytes);
            path.Append(component).Append(isLast ? "" : "/");
        }

        return path.ToString();
    }

    /// <summary>Writes a component: where it is too long, captions and nicknames give way before the rest does.</summary>
    private static string Render(IReadOnlyList<TemplatePiece> pieces, TemplateSubject subject, int maxBytes)
    {
        // One byte is left for the underscore in front that a component may need.
        var room = maxBytes - 1;
        var texts = pieces.Select(piece => piece.Render(subject)).ToArray();
        for (var i = pieces.Count - 1; i >= 0; i--)
        {
            var excess = texts.Sum(Encoding.UTF8.GetByteCount) - room;
            if (excess > 0 && pieces[i].IsElastic)
            {
                texts[i] = FileNames.Cut(texts[i], Math.Max(0, Encoding.UTF8.GetByteCount(texts[i]) - excess));
            }
        }

        return FileNames.Component(FileNames.Cut(string.Concat(texts), room));
    }

    /// <summary>Splits off the folders in front that hold no field where they lead out of the download folder.</summary>
    private static (string Root, IReadOnlyList<IReadOnlyList<TemplatePiece>> Below) TakeRoot(
        string text,
        IReadOnlyList<IReadOnlyList<TemplatePiece>> components
    )
    {
        var literal = components.SkipLast(1).TakeWhile(pieces => pieces.All(piece => piece.Field is null));
        var names = literal.Select(pieces => string.Concat(pieces.Select(piece => piece.Literal))).ToList();
        var leadsOut = Path.IsPathRooted(text) || names is ["~", ..] or ["." or "..", ..];
        if (!leadsOut)
        {
            return ("", components);
        }

        var root = string.Join('/', names);
        return (ExpandHome(root.Length == 0 ? "/" : root), [.. components.Skip(names.Count)]);
    }

    private static string ExpandHome(string path) =>
        path is "~" || path.StartsWith("~/", StringComparison.Ordinal)
            ? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) + path[1..]
            : path;

    /// <summary>The extension is added at the end, where it cannot be cut off.</summary>
    private static IReadOnlyList<TemplatePiece> WithoutExtension(IReadOnlyList<TemplatePiece> pieces)
    {
        if (pieces is not [.., { Field: null } dot, { Field.Name: "ext" }] || !dot.Literal.EndsWith('.'))
        {
            return pieces;
        }

        return [.. pieces.SkipLast(2), dot with { Literal = dot.Literal[..^1] }];
    }
}
