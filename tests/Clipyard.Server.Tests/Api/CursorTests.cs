using System.Buffers.Text;
using Clipyard.Failures;
using Clipyard.Server.Api;

namespace Clipyard.Server.Tests.Api;

public sealed class CursorTests
{
    [Fact]
    public void A_cursor_comes_back_as_it_went()
    {
        var key = new RowKey(1_763_726_400_000, "7123456789012345678");

        Cursor.Read<RowKey>(Cursor.After(key)).ShouldBe(key);
        Cursor.Read<RowKey>(null).ShouldBeNull();
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("!!!")]
    [InlineData("bnVsbA")] // null
    [InlineData("e30")] // {}
    [InlineData("eyJBdCI6MX0")] // {"At":1}
    public void A_cursor_of_no_list_is_refused_by_name(string cursor)
    {
        var error = Should.Throw<ClipyardException>(() => Cursor.Read<RowKey>(cursor));

        error.Code.ShouldBe("invalid_parameter");
        error.Message.ShouldContain("'cursor'");
    }

    [Fact]
    public void A_cursor_of_another_list_is_refused()
    {
        var other = Cursor.After(new OtherKey("cool_student"));

        Should.Throw<ClipyardException>(() => Cursor.Read<RowKey>(other)).Code.ShouldBe("invalid_parameter");
        Should.Throw<ClipyardException>(() => Cursor.Read<RowKey>(Base64Url.EncodeToString(new byte[2_000])));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1001")]
    [InlineData("abc")]
    [InlineData("")]
    [InlineData("99999999999999")]
    public void A_limit_out_of_range_is_refused_by_name(string limit) =>
        Should.Throw<ClipyardException>(() => PageLimit.Read(limit)).Message.ShouldContain("'limit'");

    [Fact]
    public void A_limit_in_range_is_taken_and_none_is_the_lists_own()
    {
        PageLimit.Read("1").ShouldBe(1);
        PageLimit.Read("1000").ShouldBe(1_000);
        PageLimit.Read(null, withoutWish: 50).ShouldBe(50);
    }

    private sealed record RowKey(long At, string VideoId);

    private sealed record OtherKey(string Username);
}
