using Clipyard.Testing;

namespace Clipyard.Conventions.Tests.Code;

/// <summary>What no analyzer here looks for.</summary>
public sealed class Sources
{
    [Theory]
    [InlineData("DateTime.UtcNow", "take a TimeProvider")]
    [InlineData("DateTime.Now", "take a TimeProvider")]
    [InlineData("DateTimeOffset.UtcNow", "take a TimeProvider")]
    [InlineData("DateTimeOffset.Now", "take a TimeProvider")]
    [InlineData("Thread.Sleep(", "await Task.Delay with a TimeProvider")]
    [InlineData("NotImplementedException", "leave out what is not there")]
    [InlineData("#region", "a type that needs regions is two types")]
    public void Some_words_do_not_occur_in_what_ships(string word, string instead)
    {
        var found = SourceFiles("src").Where(file => File.ReadAllText(file).Contains(word, StringComparison.Ordinal));

        found.Select(Relative).ShouldBeEmpty($"Instead of {word}: {instead}.");
    }

    [Fact]
    public void No_file_is_longer_than_400_lines()
    {
        var files = SourceFiles("src").Concat(SourceFiles("tests"));

        files.Where(file => File.ReadLines(file).Count() > 400).Select(Relative).ShouldBeEmpty();
    }

    [Fact]
    public void Every_command_of_the_docs_has_its_script()
    {
        foreach (var script in new[] { "run", "test", ".ci/run" })
        {
            File.Exists(Repository.PathOf(script)).ShouldBeTrue();
        }
    }

    private static IEnumerable<string> SourceFiles(string folder) =>
        Directory
            .EnumerateFiles(Repository.PathOf(folder), "*.cs", SearchOption.AllDirectories)
            .Where(file => !Relative(file).Split('/', '\\').Any(part => part is "obj" or "bin" or "Migrations"));

    private static string Relative(string file) => Path.GetRelativePath(Repository.Root, file);
}
