using Clipyard.Sandbox;

namespace Clipyard.CrashMatrix.Serving;

/// <summary>A sandbox process. It ends when its standard input does.</summary>
internal static class SandboxRole
{
    public const string Name = "sandbox";

    /// <summary><c>sandbox</c></summary>
    public static async Task<int> RunAsync(string[] args)
    {
        _ = args;
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { PagePaddingBytes = 2_000 });
        Console.Out.WriteLine($"ready {sandbox.Address}");
        await Console.Out.FlushAsync();
        while (await Console.In.ReadLineAsync() is not null)
        {
            // nothing is said to it: it is controlled over HTTP
        }

        return 0;
    }
}
