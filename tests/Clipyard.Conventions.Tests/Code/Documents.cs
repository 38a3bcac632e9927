using System.Text.RegularExpressions;
using Clipyard.Testing;

namespace Clipyard.Conventions.Tests.Code;

public sealed partial class Documents
{
    [Fact]
    public void Links_between_documents_lead_somewhere()
    {
        var broken = Directory
            .EnumerateFiles(Repository.Root, "*.md", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(Repository.Root, file).Split('/', '\\').Any(IsOutput))
            .SelectMany(file => TargetsOf(file).Select(target => (file, target)))
            .Where(link => !Path.Exists(Path.Combine(Path.GetDirectoryName(link.file)!, link.target)))
            .Select(link => $"{Path.GetRelativePath(Repository.Root, link.file)}: {link.target}");

        broken.ShouldBeEmpty();
    }

    private static bool IsOutput(string folder) => folder is "bin" or "obj" or "artifacts" or "node_modules" or ".git";

    private static IEnumerable<string> TargetsOf(string file) =>
        Link()
            .Matches(File.ReadAllText(file))
            .Select(match => match.Groups["target"].Value.Split('#')[0])
            .Where(target => target.Length > 0 && !target.Contains("://"));

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
