using Clipyard.Server.Storage;
using FsCheck;
using FsCheck.Fluent;

namespace Clipyard.Server.Tests.Storage;

public sealed class DiskNamesTests
{
    private const string Pieces = "abzAZ09._- %/+\\:*?\"<>|~éÉß日😀conNULaux.com1lpt9$@=\u00a0";

    [Theory]
    [InlineData("tiktok/cool_student/7123456789012345678.mp4", "tiktok/cool_student/7123456789012345678.mp4")]
    [InlineData("tiktok/dots..", "tiktok/dots.%2e")]
    [InlineData("tiktok/.hidden", "tiktok/%2ehidden")]
    [InlineData("tiktok/a /b", "tiktok/a%20/b")]
    [InlineData("Upper", "%55pper")]
    [InlineData("nul", "%6eul")]
    [InlineData("con.mp4", "%63on.mp4")]
    [InlineData("com1", "%63om1")]
    [InlineData("come", "come")]
    [InlineData("100%", "100%25")]
    [InlineData("a\\b:c", "a%5cb%3ac")]
    [InlineData("é", "%c3%a9")]
    public void What_a_file_system_may_not_hold_is_escaped(string key, string path)
    {
        DiskNames.Encode(key).ShouldBe(path);
        DiskNames.Decode(path).ShouldBe(key);
    }

    [Fact]
    public void Every_key_comes_back_exactly_and_no_two_share_a_path_on_a_disk_without_letter_case()
    {
        var keys = Gen.ArrayOf(Gen.Elements(Pieces.EnumerateRunes().Select(rune => rune.ToString()).ToArray()))
            .Select(string.Concat)
            .Where(ObjectKey.IsValid);
        var pairs = keys.SelectMany(left => keys.Select(right => (left, right)));

        Prop.ForAll(
                pairs.ToArbitrary(),
                pair =>
                {
                    DiskNames.Decode(DiskNames.Encode(pair.left)).ShouldBe(pair.left);
                    string.Equals(
                            DiskNames.Encode(pair.left),
                            DiskNames.Encode(pair.right),
                            StringComparison.OrdinalIgnoreCase
                        )
                        .ShouldBe(pair.left == pair.right);
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData('a', 400)]
    [InlineData('Z', 400)]
    [InlineData('日', 160)]
    [InlineData('.', 450)]
    public void Long_names_are_cut_into_folders_and_come_back(char letter, int count)
    {
        var key = $"tiktok/{new string(letter, count)}x/1.mp4";

        var path = DiskNames.Encode(key);

        path.Split('/').ShouldAllBe(name => name.Length <= 204);
        DiskNames.Decode(path).ShouldBe(key);
    }

    [Theory]
    [InlineData("UPPER")]
    [InlineData("a b")]
    [InlineData("%41x%")]
    [InlineData("%61")]
    [InlineData("%ff")]
    [InlineData("a.")]
    [InlineData("%2e%2e")]
    public void A_file_that_no_key_leads_to_has_none(string path) => DiskNames.Decode(path).ShouldBeNull();
}
