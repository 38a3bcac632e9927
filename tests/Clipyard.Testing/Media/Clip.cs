using System.Reflection;

namespace Clipyard.Testing.Media;

/// <summary>The clips that travel inside the sandbox: real files of real encoders.</summary>
public static class Clip
{
    private static readonly Assembly Sandbox = Assembly.Load("Clipyard.Sandbox");

    public static byte[] Bytes(string file)
    {
        using var stream =
            Sandbox.GetManifestResourceStream($"Clips/{file}")
            ?? throw new ArgumentException($"There is no clip '{file}'.", nameof(file));
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
