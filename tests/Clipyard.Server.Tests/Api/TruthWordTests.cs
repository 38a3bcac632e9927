using Clipyard.Server.Api;

namespace Clipyard.Server.Tests.Api;

public sealed class TruthWordTests
{
    [Theory]
    [InlineData("true", true)]
    [InlineData(" Yes ", true)]
    [InlineData("ON", true)]
    [InlineData("1", true)]
    [InlineData("False", false)]
    [InlineData("no", false)]
    [InlineData("off", false)]
    [InlineData("0", false)]
    public void A_word_for_true_or_false_is_read_however_it_is_written(string word, bool meant) =>
        TruthWord.Read(word).ShouldBe(meant);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("y")]
    [InlineData("2")]
    [InlineData("perhaps")]
    public void Any_other_word_says_nothing(string? word) => TruthWord.Read(word).ShouldBeNull();
}
