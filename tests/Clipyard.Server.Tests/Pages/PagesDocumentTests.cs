namespace Clipyard.Server.Tests.Pages;

public sealed class PagesDocumentTests
{
    /// <summary>When it fails: accept the new one with CLIPYARD_ACCEPT=1, and `npm run build` finds what no longer fits.</summary>
    [Fact]
    public async Task The_pages_are_made_for_the_interface_there_is()
    {
        await using var host = await ServerHost.StartAsync(TestContext.Current.CancellationToken);

        var document = await host.GetAsync("/openapi/v1.json");

        Approved.Compare(PagesDocument.Of(document.Text), Repository.PathOf("web", "openapi.json"));
    }
}
