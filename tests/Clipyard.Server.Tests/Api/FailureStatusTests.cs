using Clipyard.Failures;
using Clipyard.Server.Api.Problems;

namespace Clipyard.Server.Tests.Api;

public sealed class FailureStatusTests
{
    [Fact]
    public void Every_failure_has_a_status_and_every_status_a_failure() =>
        FailureStatuses
            .Codes.Order(StringComparer.Ordinal)
            .ShouldBe(FailureCatalogue.All.Select(failure => failure.Code).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("student_not_linked", 404)]
    [InlineData("username_taken", 409)]
    [InlineData("invalid_parameter", 400)]
    [InlineData("idempotency_mismatch", 422)]
    [InlineData("not_connected", 409)]
    [InlineData("not_editable", 409)]
    [InlineData("not_cancellable", 409)]
    [InlineData("unsupported_platform", 400)]
    [InlineData("unsupported_media", 415)]
    [InlineData("video_too_large", 413)]
    public void A_status_that_callers_rely_on_stays(string code, int status) =>
        FailureStatuses.Of(FailureCatalogue.Find(code).ShouldNotBeNull()).ShouldBe(status);
}
