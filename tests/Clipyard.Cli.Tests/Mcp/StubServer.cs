using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Clipyard.Cli.Tests.Mcp;

/// <summary>Something at <c>/mcp</c> that answers as the test says.</summary>
internal sealed class StubServer(WebApplication application) : IAsyncDisposable
{
    public string Address => application.Urls.Single();

    public static async Task<StubServer> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var application = builder.Build();
        application.Run(answer);
        await application.StartAsync(TestContext.Current.CancellationToken);
        return new StubServer(application);
    }

    public async ValueTask DisposeAsync() => await application.DisposeAsync();
}
