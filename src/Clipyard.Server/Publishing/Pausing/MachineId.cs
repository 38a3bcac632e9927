namespace Clipyard.Server.Publishing.Pausing;

/// <summary>What tells this machine from another, where that is stable.</summary>
internal static class MachineId
{
    /// <summary>systemd's id; null where there is none, and in containers, which get a new one at every start.</summary>
    public static string? Read()
    {
        const string file = "/etc/machine-id";
        var inContainer =
            File.Exists("/.dockerenv")
            || File.Exists("/run/.containerenv")
            || Environment.GetEnvironmentVariable("DOTNET_RUNNING_IN_CONTAINER") == "true";
        if (inContainer || !File.Exists(file))
        {
            return null;
        }

        var id = File.ReadAllText(file).Trim();
        return id.Length == 0 ? null : id;
    }
}
