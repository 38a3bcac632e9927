using System.Reflection;

namespace Clipyard.Tests.Client;

public sealed class OptionDefaults
{
    [Fact]
    public void Every_option_has_the_default_of_one_polite_user()
    {
        var defaults = new Dictionary<string, object?>
        {
            [nameof(ClipyardOptions.TikTokAddress)] = null,
            [nameof(ClipyardOptions.CookiesFile)] = null,
            [nameof(ClipyardOptions.SessionLifetime)] = TimeSpan.FromHours(1),
            [nameof(ClipyardOptions.ExtraHeaders)] = "empty",
            [nameof(ClipyardOptions.UserAgents)] = "4 entries",
            [nameof(ClipyardOptions.UserAgentRotationRequests)] = 100,
            [nameof(ClipyardOptions.Proxies)] = "empty",
            [nameof(ClipyardOptions.ConnectTimeout)] = TimeSpan.FromSeconds(30),
            [nameof(ClipyardOptions.RequestTimeout)] = TimeSpan.FromSeconds(30),
            [nameof(ClipyardOptions.IdleTransferTimeout)] = TimeSpan.FromSeconds(30),
            [nameof(ClipyardOptions.ConnectionsPerHost)] = 10,
            [nameof(ClipyardOptions.Retries)] = 3,
            [nameof(ClipyardOptions.RetryDelay)] = TimeSpan.FromSeconds(1),
            [nameof(ClipyardOptions.RequestsPerMinute)] = 60,
            [nameof(ClipyardOptions.Burst)] = 10,
            [nameof(ClipyardOptions.CoolDown)] = TimeSpan.FromSeconds(300),
            [nameof(ClipyardOptions.AdaptiveSlowing)] = true,
            [nameof(ClipyardOptions.Concurrency)] = 5,
            [nameof(ClipyardOptions.MetadataCacheLifetime)] = TimeSpan.FromMinutes(30),
            [nameof(ClipyardOptions.MetadataCacheEntries)] = 1000,
            [nameof(ClipyardOptions.MaxBytesPerSecond)] = null,
            [nameof(ClipyardOptions.UseCache)] = true,
            [nameof(ClipyardOptions.UseRateLimiter)] = true,
            [nameof(ClipyardOptions.UseConcurrencyLimit)] = true,
            [nameof(ClipyardOptions.AnswerChallenges)] = true,
            [nameof(ClipyardOptions.Engine)] = ExtractionEngine.Native,
            [nameof(ClipyardOptions.YtDlpPath)] = "yt-dlp",
        };

        var actual = Options().ToDictionary(option => option.Name, option => Describe(DefaultOf(option)));

        actual.ShouldBe(defaults, ignoreOrder: true);
    }

    [Fact]
    public void The_user_agents_are_those_of_desktop_browsers()
    {
        var userAgents = new ClipyardOptions().UserAgents;

        userAgents.ShouldAllBe(agent => agent.StartsWith("Mozilla/5.0 (") && !agent.Contains("Mobile"));
        userAgents.ShouldBeUnique();
    }

    [Fact]
    public void Options_are_documented()
    {
        var rows = File.ReadAllLines(Repository.PathOf("docs", "library.md"))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .ToDictionary(cells => cells[1].Trim('`'), cells => cells[2].Trim('`'));

        foreach (var option in Options())
        {
            rows.ShouldContainKey(option.Name);
            rows[option.Name].ShouldBe(InWords(DefaultOf(option)), option.Name);
        }
    }

    private static PropertyInfo[] Options() =>
        typeof(ClipyardOptions).GetProperties(BindingFlags.Public | BindingFlags.Instance);

    private static object? DefaultOf(PropertyInfo option) => option.GetValue(new ClipyardOptions());

    private static object? Describe(object? value) =>
        value switch
        {
            IReadOnlyCollection<object> list => list.Count == 0 ? "empty" : $"{list.Count} entries",
            IReadOnlyDictionary<string, string> map => map.Count == 0 ? "empty" : $"{map.Count} entries",
            _ => value,
        };

    private static string InWords(object? value) =>
        value switch
        {
            null => "none",
            TimeSpan { TotalHours: >= 1 and var hours } => $"{hours:0.##} h",
            TimeSpan { TotalSeconds: >= 600 and var seconds } => $"{seconds / 60:0.##} min",
            TimeSpan span => $"{span.TotalSeconds:0.##} s",
            int number => $"{number:N0}",
            bool flag => flag ? "true" : "false",
            _ when Describe(value) is "empty" => "none",
            _ => Describe(value)!.ToString()!,
        };
}
