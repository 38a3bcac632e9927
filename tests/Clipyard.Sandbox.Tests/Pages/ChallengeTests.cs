using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Clipyard.Sandbox.Faults;
using Clipyard.Sandbox.Worlds;
using Clipyard.Testing;

namespace Clipyard.Sandbox.Tests.Pages;

public sealed partial class ChallengeTests
{
    [Fact]
    public async Task The_page_comes_once_the_work_is_done_and_not_before()
    {
        await using var session = await SandboxSession.StartAsync(Token);
        session.Sandbox.Faults.Add(Fault(FaultKind.Challenge));

        var challenge = await session.GetTextAsync(Watch);
        var solved = Solve(challenge, out var solution);
        var wrong = await session.GetTextAsync(Watch, ("Cookie", "_wafchallengeid=e30="));
        var page = await session.GetTextAsync(Watch, ("Cookie", "_wafchallengeid=" + solved));
        var again = await session.GetTextAsync(Watch);

        solution.ShouldBe(321);
        challenge.ShouldContain("Please wait...");
        Encoding.UTF8.GetByteCount(challenge).ShouldBeLessThan(1600);
        wrong.ShouldContain("Please wait...");
        PageReader.Item(page)["id"]!.GetValue<string>().ShouldBe(DemoWorld.PlainVideo);
        again.ShouldContain("Please wait...");
    }

    [Fact]
    public async Task The_unsolvable_one_stays()
    {
        await using var session = await SandboxSession.StartAsync(Token);
        session.Sandbox.Faults.Add(Fault(FaultKind.UnsolvableChallenge));

        var solved = Solve(await session.GetTextAsync(Watch), out _);
        var page = await session.GetTextAsync(Watch, ("Cookie", "_wafchallengeid=" + solved));

        page.ShouldContain("Please wait...");
    }

    private const string Watch = "https://www.tiktok.com/@sunny.garden/video/" + DemoWorld.PlainVideo;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static SandboxFault Fault(FaultKind kind) =>
        new()
        {
            Kind = kind,
            Endpoint = SandboxEndpoint.Page,
            Number = 321,
            Times = null,
        };

    /// <summary>The steps of the reference, one by one.</summary>
    private static string Solve(string html, out int solution)
    {
        var text = ClassOfCs().Match(html).Groups["value"].Value;
        text.ShouldNotEndWith("=");
        var task = JsonNode.Parse(Convert.FromBase64String(text + new string('=', -text.Length & 3)))!.AsObject();
        var nonce = Convert.FromBase64String(task["v"]!["a"]!.GetValue<string>());
        var goal = Convert.FromBase64String(task["v"]!["c"]!.GetValue<string>());
        solution = Enumerable
            .Range(0, 10_000)
            .First(n =>
                SHA256.HashData([.. nonce, .. Encoding.ASCII.GetBytes(n.ToString())]).AsSpan().SequenceEqual(goal)
            );
        task["d"] = Convert.ToBase64String(Encoding.ASCII.GetBytes(solution.ToString()));
        return Convert.ToBase64String(Encoding.UTF8.GetBytes(task.ToJsonString()));
    }

    [GeneratedRegex("""id="cs" class="(?<value>[^"]*)""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ClassOfCs();
}
