namespace Clipyard.Cli.Files;

/// <summary>Writes files whole or not at all: half of one would look like a whole one.</summary>
internal static class WholeFile
{
    /// <summary>Writes a file in place of what was there.</summary>
    public static Task WriteAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        WriteAsync(path, async (file, token) => await file.WriteAsync(content, token), cancellationToken);

    /// <summary>
    /// Writes beside the goal and moves it there when it is whole. A link stays one: its goal is written. Devices and pipes
    /// are written to, never replaced.
    /// </summary>
    /// <exception cref="IOException">It cannot be written, or somebody else is writing it at this moment.</exception>
    public static async Task WriteAsync(
        string path,
        Func<Stream, CancellationToken, Task> write,
        CancellationToken cancellationToken
    )
    {
        var goal = SpecialFile.GoalOf(path);
        // A pipe opens when somebody reads from it, which may be never.
        var opening = Task.Run(() => SpecialFile.Open(path, goal), cancellationToken);
        if (await opening.WaitAsync(cancellationToken) is { } special)
        {
            await using (special)
            {
                await write(special, cancellationToken);
            }

            return;
        }

        await WriteBesideAsync(goal, write, cancellationToken);
    }

    private static async Task WriteBesideAsync(
        string goal,
        Func<Stream, CancellationToken, Task> write,
        CancellationToken cancellationToken
    )
    {
        var part = goal + ".part";
        // Outside of what cleans up: when this fails, the part is that of somebody who is still writing.
        var file = File.Create(part);
        try
        {
            await using (file)
            {
                await write(file, cancellationToken);
            }

            File.Move(part, goal, overwrite: true);
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }
}
