namespace Clipyard.Media.Audio;

/// <summary>Finds out whether a file is MP3 or M4A, and whether it is whole.</summary>
public static class AudioFileProbe
{
    /// <summary>Reads a sound file to its end.</summary>
    /// <param name="stream">Read from where it stands. Stays open.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="IOException">The stream cannot be read. A faulty file is no exception but the report.</exception>
    public static async Task<AudioFileReport> ReadAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);

        var inspector = new AudioFileInspector();
        var buffer = new byte[32 * 1024];
        while (await stream.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            inspector.Append(buffer.AsSpan(0, read));
        }

        return inspector.Complete();
    }
}
