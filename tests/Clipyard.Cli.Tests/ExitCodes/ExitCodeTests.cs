using Clipyard.Failures;
using Codes = Clipyard.Cli.ExitCodes;

namespace Clipyard.Cli.Tests.ExitCodes;

public sealed class ExitCodeTests
{
    [Fact]
    public void Every_failure_has_an_exit_code_and_every_exit_code_a_failure() =>
        Codes
            .Codes.Order(StringComparer.Ordinal)
            .ShouldBe(FailureCatalogue.All.Select(failure => failure.Code).Order(StringComparer.Ordinal));

    [Fact]
    public void No_two_failures_share_an_exit_code() => FailureCatalogue.All.Select(Codes.Of).ShouldBeUnique();

    [Fact]
    public void Exit_codes_stay_clear_of_the_shells_own() =>
        FailureCatalogue.All.ShouldAllBe(failure => Codes.Of(failure) > 0 && Codes.Of(failure) < 126);

    [Fact]
    public void One_kind_of_failure_gives_its_own_code()
    {
        var outcomes = new Outcomes();
        outcomes.Add(FailureCatalogue.VideoRemoved);
        outcomes.Add(FailureCatalogue.VideoRemoved);

        outcomes.ExitCode.ShouldBe(20);
        outcomes.Failed.ShouldBe(2);
    }

    [Fact]
    public void Different_failures_give_the_code_for_several()
    {
        var outcomes = new Outcomes();
        outcomes.Add(FailureCatalogue.VideoRemoved);
        outcomes.Add(FailureCatalogue.NetworkError);

        outcomes.ExitCode.ShouldBe(Codes.SeveralFailures);
    }

    [Fact]
    public void Without_failures_the_code_is_zero() => new Outcomes().ExitCode.ShouldBe(0);
}
