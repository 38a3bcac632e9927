using System.Text;
using Names = Clipyard.Cli.Naming.FileNames;

namespace Clipyard.Cli.Tests.FileNames;

public sealed class SafeNameTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("Crème brûlée 🍮 中国", "Crème brûlée 🍮 中国")]
    [InlineData("a/b", "a_b")]
    [InlineData("a\\b", "a_b")]
    [InlineData("../../etc/passwd", "_.._.._etc_passwd")]
    [InlineData("..", "_")]
    [InlineData(".", "_")]
    [InlineData("", "_")]
    [InlineData("   ", "_")]
    [InlineData("...", "_")]
    [InlineData("what? <yes>: \"no\" | *", "what_ _yes__ _no_ _ _")]
    [InlineData("ends with dot.", "ends with dot")]
    [InlineData("ends with space ", "ends with space")]
    [InlineData("dots and spaces. . .", "dots and spaces")]
    [InlineData(" leading space", "leading space")]
    [InlineData(".hidden", "_.hidden")]
    [InlineData(".paper.kites", "_.paper.kites")]
    [InlineData("-rf", "_-rf")]
    [InlineData("two\r\nlines\tand a tab", "two lines and a tab")]
    [InlineData("line\u2028separator\u2029paragraph\u0085next", "line separator paragraph next")]
    [InlineData("bell\u0007 escape\u001b[31m nul\0 delete\u007f c1\u009b", "bell escape[31m nul delete c1")]
    [InlineData("exe\u202Egpj.mp4", "exegpj.mp4")]
    [InlineData("\u2066isolate\u2069 \u200Emark\u200F \u061C", "isolate mark")]
    [InlineData("zero\u200Bwidth\uFEFF soft\u00ADhyphen", "zerowidth softhyphen")]
    [InlineData("family 👨‍👩‍👧 stays", "family 👨‍👩‍👧 stays")]
    [InlineData("CON", "_CON")]
    [InlineData("con.txt", "_con.txt")]
    [InlineData("nul .mp4", "_nul .mp4")]
    [InlineData("COM1", "_COM1")]
    [InlineData("lpt9.x", "_lpt9.x")]
    [InlineData("COM¹", "_COM¹")]
    [InlineData("CONIN$", "_CONIN$")]
    [InlineData("COM10", "COM10")]
    [InlineData("console", "console")]
    public void A_component_is_safe_on_every_system(string given, string expected) =>
        Names.Component(given).ShouldBe(expected);

    [Fact]
    public void Half_a_surrogate_pair_becomes_an_underscore() =>
        Names.Component(new string(['a', '\uD83C', 'b'])).ShouldBe("a_b");

    [Theory]
    [InlineData("abcdef", 3, "abc")]
    [InlineData("abc", 3, "abc")]
    [InlineData("aé", 2, "a")]
    [InlineData("a🌻b", 4, "a")]
    [InlineData("a🌻b", 5, "a🌻")]
    [InlineData("👨‍👩‍👧x", 18, "👨‍👩‍👧")]
    [InlineData("👨‍👩‍👧x", 17, "")]
    [InlineData("e\u0301x", 2, "")]
    [InlineData("🇨🇭🇫🇷", 8, "🇨🇭")]
    [InlineData("a bc", 2, "a")]
    public void Cutting_keeps_whole_characters(string given, int maxBytes, string expected) =>
        Names.Cut(given, maxBytes).ShouldBe(expected);

    [Fact]
    public void No_text_leaves_a_component_that_a_file_system_refuses()
    {
        var random = new Random(20260821);
        for (var i = 0; i < 2000; i++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(12)).Select(_ => RandomChar(random))]);

            var name = Names.Component(text);

            name.ShouldNotBeEmpty();
            name.IndexOfAny(['/', '\\', '\0', ':', '*', '?', '"', '<', '>', '|']).ShouldBe(-1, text);
            name[^1].ShouldNotBe('.');
            name[^1].ShouldNotBe(' ');
            name[0].ShouldNotBe('.');
            name.Any(char.IsControl).ShouldBeFalse();
            Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name)).ShouldBe(name);
        }
    }

    /// <summary>Mostly what causes trouble.</summary>
    private static char RandomChar(Random random) =>
        random.Next(3) switch
        {
            0 => "./\\:*?\"<>|- \0\r\n\u202E\u200B~$"[random.Next(19)],
            1 => (char)random.Next(0x20, 0x7F),
            _ => (char)random.Next(0x10000),
        };
}
