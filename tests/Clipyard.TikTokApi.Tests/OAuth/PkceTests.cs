using Clipyard.TikTokApi.OAuth;

namespace Clipyard.TikTokApi.Tests.OAuth;

public sealed class PkceTests
{
    [Theory]
    [InlineData(
        "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
        "13d31e961a1ad8ec2f16b10c4c982e0876a878ad6df144566ee1894acb70f9c3"
    )]
    [InlineData(
        "example-verifier.0123456789_ABCDEFGHIJ~abcdefghijklm",
        "28080174204abae35047b3b548b201be151ba4d19b5ac024ec278d19b23c49f5"
    )]
    public void The_challenge_is_the_hash_in_hexadecimal(string verifier, string challenge) =>
        new PkceVerifier(verifier).Challenge.ShouldBe(challenge);

    [Fact]
    public void A_new_verifier_is_valid_and_never_the_same()
    {
        var one = PkceVerifier.New();

        new PkceVerifier(one.Value).ShouldBe(one);
        PkceVerifier.New().ShouldNotBe(one);
        one.ToString().ShouldNotContain(one.Value);
    }

    [Theory]
    [InlineData("short")]
    [InlineData("0123456789012345678901234567890123456789 01")]
    [InlineData("0123456789012345678901234567890123456789+/=")]
    public void What_is_no_verifier_is_refused_without_being_shown(string text) =>
        Should.Throw<ArgumentException>(() => new PkceVerifier(text)).Message.ShouldNotContain(text);

    [Fact]
    public void States_are_compared_as_a_whole()
    {
        var state = AuthorizationState.New();

        AuthorizationState.AreEqual(state, state).ShouldBeTrue();
        AuthorizationState.AreEqual(state, state[..^1]).ShouldBeFalse();
        AuthorizationState.AreEqual(state, null).ShouldBeFalse();
        AuthorizationState.AreEqual(null, null).ShouldBeFalse();
        AuthorizationState.New().ShouldNotBe(state);
    }
}
