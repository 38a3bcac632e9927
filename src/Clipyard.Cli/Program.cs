namespace Clipyard.Cli;

internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        using var interruption = new Interruption();
        var host = CliHost.ForThisProcess() with { EndInOrder = interruption.IsUsualEnd };
        var code = await ClipyardProgram.RunAsync(args, host, interruption.Token);
        return interruption.ExitCode ?? code;
    }
}
