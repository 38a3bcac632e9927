namespace Clipyard.Server.Tasks;

/// <summary>What agents' tasks may lead to, from the <c>Tasks</c> configuration section.</summary>
internal sealed class TaskOptions
{
    public const string Section = "Tasks";

    /// <summary>The hosts that a task's video may be on when nothing else is configured.</summary>
    public static readonly IReadOnlyList<string> UsualHosts =
    [
        "*.supabase.co",
        "*.supabase.in",
        "*.supabase.io",
        "storage.googleapis.com",
        "commondatastorage.googleapis.com",
        "s3.amazonaws.com",
        "*.s3.amazonaws.com",
        "s3.*.amazonaws.com",
        "*.s3.*.amazonaws.com",
    ];

    /// <summary>
    /// The only hosts that a task's video and its redirects may be on, besides this server's own media address: example.com,
    /// *.example.com. None: Supabase's, Google's and Amazon's storage. Any entry replaces them all.
    /// </summary>
    public IList<string> AllowedHosts { get; } = [];
}
