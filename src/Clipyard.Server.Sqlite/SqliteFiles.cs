using Microsoft.Data.Sqlite;

namespace Clipyard.Server.Sqlite;

/// <summary>The two database files and how they are opened.</summary>
internal static class SqliteFiles
{
    public static string Domain(string dataFolder) => Path.Combine(dataFolder, "clipyard.db");

    /// <summary>The job engine's own file: its triggers can be made anew from the domain's rows.</summary>
    public static string Jobs(string dataFolder) => Path.Combine(dataFolder, "jobs.db");

    public static string ConnectionString(string file) =>
        new SqliteConnectionStringBuilder
        {
            DataSource = file,
            ForeignKeys = true,
            DefaultTimeout = 30,
            Pooling = true,
        }.ToString();

    /// <summary>For the owner's eyes only.</summary>
    public static void Restrict(string file)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }
}
