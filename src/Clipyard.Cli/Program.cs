namespace Clipyard.Cli;

internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        using var interruption = new Interruption();
        var code = await ClipyardProgram.RunAsync(args, CliHost.ForThisProcess(), interruption.Token);
        return interruption.ExitCode ?? code;
    }
}
