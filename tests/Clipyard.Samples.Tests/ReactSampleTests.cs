namespace Clipyard.Samples.Tests;

/// <summary>The components for other people's React pages. What they do in a browser the journeys show.</summary>
public sealed class ReactSampleTests
{
    [Fact]
    public async Task It_fits_the_interface_passes_its_own_tests_and_builds()
    {
        var token = TestContext.Current.CancellationToken;
        var reason = await ReactSample.PrepareAsync(token);
        Assert.SkipWhen(reason is not null, reason ?? "");

        foreach (var script in (string[])["test", "build"])
        {
            var run = await ReactSample.RunAsync(script, token);
            run.ExitCode.ShouldBe(0, $"npm run {script}\n{run.Output}{run.Errors}");
        }
    }
}
