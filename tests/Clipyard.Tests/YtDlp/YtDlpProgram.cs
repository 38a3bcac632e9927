namespace Clipyard.Tests.YtDlp;

/// <summary>A program in yt-dlp's place: prints what it is told to and remembers how it was called.</summary>
internal sealed class YtDlpProgram : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("clipyard-yt-dlp-").FullName;

    /// <param name="output">For standard output.</param>
    /// <param name="error">For standard error; the program then fails.</param>
    /// <param name="hangs">Whether it never ends by itself.</param>
    public YtDlpProgram(string output = "", string? error = null, bool hangs = false)
    {
        File.WriteAllText(FileOf("output"), output);
        File.WriteAllText(FileOf("error"), error ?? "");
        var end = hangs ? "exec sleep 600" : $"exit {(error is null ? 0 : 1)}";
        File.WriteAllText(
            Path,
            $"""
            #!/bin/sh
            printf '%s\n' "$@" > '{FileOf("arguments")}'
            cat '{FileOf("output")}'
            cat '{FileOf("error")}' >&2
            {end}

            """.ReplaceLineEndings("\n")
        );
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }

    public string Path => FileOf("yt-dlp");

    public string[] Arguments => File.ReadAllLines(FileOf("arguments"));

    public bool WasCalled => File.Exists(FileOf("arguments"));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string FileOf(string name) => System.IO.Path.Combine(_folder, name);
}
