namespace Clipyard.Media.Ffmpeg;

/// <summary>Looks for ffmpeg.</summary>
internal static class FfmpegProgram
{
    private static readonly string Extension = OperatingSystem.IsWindows() ? ".exe" : "";

    /// <summary>Where it is; null when it is not there.</summary>
    /// <param name="path">Its file, or its name in one of the folders of <c>PATH</c>; null for the usual name.</param>
    public static string? Find(string? path)
    {
        var name = path ?? "ffmpeg";
        if (Path.GetFileName(name) != name)
        {
            return File.Exists(name) ? Path.GetFullPath(name) : null;
        }

        return (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => new[] { Path.Combine(folder, name), Path.Combine(folder, name + Extension) })
            .FirstOrDefault(File.Exists);
    }
}
