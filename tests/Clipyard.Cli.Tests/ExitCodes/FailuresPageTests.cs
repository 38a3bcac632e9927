namespace Clipyard.Cli.Tests.ExitCodes;

public sealed class FailuresPageTests
{
    [Fact]
    public void The_page_of_failures_is_what_the_catalogue_says() =>
        Approved.Compare(FailuresPage.Write(), Repository.PathOf("docs", "failures.md"));
}
