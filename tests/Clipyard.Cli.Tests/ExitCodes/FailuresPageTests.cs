using Clipyard.Cli.Tests.Running;

namespace Clipyard.Cli.Tests.ExitCodes;

public sealed class FailuresPageTests
{
    [Fact]
    public void The_page_of_failures_is_what_the_catalogue_says()
    {
        var path = Path.Combine(Repository.Root, "docs", "failures.md");
        var expected = FailuresPage.Write();
        if (Repository.Accepts)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, expected);
        }

        File.ReadAllText(path).ReplaceLineEndings("\n").ShouldBe(expected, "CLIPYARD_ACCEPT=1 writes the page anew.");
    }
}
