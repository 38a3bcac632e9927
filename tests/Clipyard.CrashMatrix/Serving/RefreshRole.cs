namespace Clipyard.CrashMatrix.Serving;

internal static class RefreshRole
{
    public const string Name = "refresh";

    public static Task<int> RunAsync(string[] args) => Task.FromResult(args.Length);
}
