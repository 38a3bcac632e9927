using System.Text.Encodings.Web;
using System.Text.Json;

namespace Clipyard.Cli.Tests.Running;

/// <summary>Texts that somebody looked at and approved; <c>CLIPYARD_ACCEPT=1</c> writes them anew.</summary>
internal static class Approved
{
    public static JsonSerializerOptions Indented { get; } =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Compare(string name, string actual)
    {
        var path = Path.Combine(Repository.Root, "tests", "Clipyard.Cli.Tests", "Commands", "Samples", name);
        var text = actual.ReplaceLineEndings("\n") + "\n";
        if (Repository.Accepts)
        {
            File.WriteAllText(path, text);
        }

        text.ShouldBe(File.ReadAllText(path).ReplaceLineEndings("\n"));
    }
}
