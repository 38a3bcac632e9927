using Clipyard.Server.Automation.Webhooks.Signing;

namespace Clipyard.Server.Tests.Automation.Webhooks;

public sealed class SignatureTests
{
    /// <summary>The example that the libraries of Standard Webhooks are tested with.</summary>
    [Fact]
    public void The_signature_is_the_one_that_receivers_libraries_expect()
    {
        var headers = Signature.Headers(
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            DateTimeOffset.FromUnixTimeSeconds(1_614_265_330),
            """{"test": 2432232314}""",
            ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"]
        );

        headers["webhook-signature"].ShouldBe("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
        headers["webhook-timestamp"].ShouldBe("1614265330");
    }

    [Fact]
    public void A_secret_has_as_many_random_bytes_as_the_standard_asks_for_and_is_never_the_same()
    {
        var secrets = Enumerable.Range(0, 100).Select(_ => SecretText.New()).ToList();

        secrets.ShouldBeUnique();
        secrets.ShouldAllBe(secret => SecretText.KeyOf(secret).Length >= 24 && SecretText.KeyOf(secret).Length <= 64);
    }
}
