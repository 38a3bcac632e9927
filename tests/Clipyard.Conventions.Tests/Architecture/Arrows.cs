using System.Xml.Linq;
using Clipyard.Testing;

namespace Clipyard.Conventions.Tests.Architecture;

/// <summary>The arrows of docs/architecture.md: who may know whom.</summary>
public sealed class Arrows
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Clipyard.Failures"] = [],
        ["Clipyard.Media"] = ["Clipyard.Failures"],
        ["Clipyard"] = ["Clipyard.Failures", "Clipyard.Media"],
        ["Clipyard.Sandbox"] = [],
        ["Clipyard.TikTokApi"] = ["Clipyard.Failures"],
        ["Clipyard.Client"] = ["Clipyard.Failures"],
        ["Clipyard.Server"] = ["Clipyard", "Clipyard.Failures", "Clipyard.Media", "Clipyard.TikTokApi"],
        ["Clipyard.Server.Sqlite"] = ["Clipyard.Server"],
        ["Clipyard.Cli"] =
        [
            "Clipyard",
            "Clipyard.Client",
            "Clipyard.Failures",
            "Clipyard.Media",
            "Clipyard.Sandbox",
            "Clipyard.Server",
            "Clipyard.Server.Sqlite",
        ],
    };

    public static TheoryData<string> Projects =>
        [.. Directory.GetDirectories(Repository.PathOf("src")).Select(folder => Path.GetFileName(folder))];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_what_its_place_allows(string project)
    {
        Allowed.ShouldContainKey(project, "A new project needs its arrows in this table and in docs/architecture.md.");

        var references = ProjectFile(project)
            .Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value));

        references.ShouldBeSubsetOf(Allowed[project]);
    }

    [Fact]
    public void The_sandbox_shares_no_type_with_its_clients()
    {
        var references = typeof(Sandbox.SandboxServer).Assembly.GetReferencedAssemblies();

        references.ShouldAllBe(reference => !reference.Name!.StartsWith("Clipyard"));
    }

    [Fact]
    public void The_libraries_know_no_web_server_and_no_database()
    {
        string[] foreign =
        [
            "Microsoft.AspNetCore",
            "Microsoft.EntityFrameworkCore",
            "Microsoft.Data",
            "Npgsql",
            "Quartz",
        ];

        foreach (var library in OurAssemblies.Libraries)
        {
            library
                .GetReferencedAssemblies()
                .ShouldAllBe(reference => !foreign.Any(name => reference.Name!.StartsWith(name)));
            ProjectFile(library.GetName().Name!).Descendants("FrameworkReference").ShouldBeEmpty();
        }
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = File.ReadAllText(Repository.PathOf("Clipyard.slnx"));
        var projects = new[] { "src", "tests", "benchmarks", "samples" }
            .Select(folder => Repository.PathOf(folder))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.csproj", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'));

        projects.ShouldAllBe(project => solution.Contains($"\"{project}\""));
    }

    private static XDocument ProjectFile(string project) =>
        XDocument.Load(Repository.PathOf("src", project, project + ".csproj"));
}
