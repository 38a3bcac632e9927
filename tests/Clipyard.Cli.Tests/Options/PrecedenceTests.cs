using System.CommandLine;
using Clipyard.Cli.Commands;
using Clipyard.Cli.Options;
using Clipyard.Cli.Tests.Running;
using Clipyard.Downloads;

namespace Clipyard.Cli.Tests.Options;

public sealed class PrecedenceTests
{
    [Fact]
    public void The_command_line_counts_before_the_environment_and_that_before_the_file()
    {
        using var folder = new TemporaryFolder();
        var config = folder.Write("config", "--max 1\n--retries 1\n--rate 1\n");
        Dictionary<string, string> environment = new(StringComparer.Ordinal)
        {
            ["CLIPYARD_MAX"] = "2",
            ["CLIPYARD_RETRIES"] = "2",
        };

        var settings = ReadWith(config, environment, "get", "x", "--max", "3");

        settings.Value(SelectionOptions.Max).ShouldBe(3);
        settings.Value(NetworkOptions.Retries).ShouldBe(2);
        settings.Value(NetworkOptions.Rate).ShouldBe(1);
        settings.Value(NetworkOptions.Concurrency).ShouldBeNull();
    }

    [Fact]
    public void The_last_of_two_values_counts() =>
        Read("get", "x", "--max", "3", "--max", "5", "-q", "hd", "-q", "worst")
            .Value(DownloadOptionSet.Quality)
            .ShouldBe(QualityChoice.Worst);

    [Fact]
    public void Repeatable_options_add_up_within_a_layer_and_replace_those_below()
    {
        using var folder = new TemporaryFolder();
        var config = folder.Write("config", "--proxy http://a:1\n--add-header 'X-A: 1'\n--add-header X-B:2\n");

        var settings = ReadWith(config, [], "get", "x", "--proxy", "http://b:1", "--proxy", "http://c:1");

        settings.Values(NetworkOptions.Proxies).Select(proxy => proxy.Host).ShouldBe(["b", "c"]);
        settings.Values(NetworkOptions.Headers).Select(header => header.Key).ShouldBe(["X-A", "X-B"]);
    }

    [Fact]
    public void A_switch_of_the_file_can_be_turned_off()
    {
        using var folder = new TemporaryFolder();
        var config = folder.Write("config", "--write-info-json\n--force\n");

        var settings = ReadWith(config, [], "get", "x", "--write-info-json=false");

        settings.Has(DownloadOptionSet.WriteInfoJson).ShouldBeFalse();
        settings.Has(DownloadOptionSet.Force).ShouldBeTrue();
    }

    [Fact]
    public void A_switch_does_not_swallow_the_address_behind_it()
    {
        var parsed = Parse("get", "--force", "x");

        parsed.GetValue<string[]>("source").ShouldBe(["x"]);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("1", true)]
    [InlineData("no", false)]
    [InlineData("0", false)]
    public void A_variable_turns_a_switch_on_or_off(string value, bool expected) =>
        ReadWith(null, new(StringComparer.Ordinal) { ["CLIPYARD_FORCE"] = value }, "get", "x")
            .Has(DownloadOptionSet.Force)
            .ShouldBe(expected);

    [Fact]
    public void A_variable_of_a_repeatable_option_has_one_value_a_line() =>
        ReadWith(null, new(StringComparer.Ordinal) { ["CLIPYARD_PROXY"] = "http://a:1\nhttp://b:2" }, "get", "x")
            .Values(NetworkOptions.Proxies)
            .Count.ShouldBe(2);

    [Fact]
    public void A_value_may_begin_with_a_dash_or_hold_an_equals_sign() =>
        ReadWith(null, new(StringComparer.Ordinal) { ["CLIPYARD_OUTPUT"] = "-a=b-%(id)s" }, "get", "x")
            .Text(DownloadOptionSet.Output)
            .ShouldBe("-a=b-%(id)s");

    [Fact]
    public void The_file_has_comments_quotes_and_backslashes()
    {
        using var folder = new TemporaryFolder();
        var config = folder.Write(
            "config",
            "\uFEFF# mine\r\n\r\n-o \"%(title)s [%(id)s].%(ext)s\"  # name\r\n-P 'C:\\My Videos'\r\n--user-agent=it's\r\n"
                + "--add-header \"X-Note: it's #1\"\r\n"
        );

        Should.Throw<UsageException>(() => ReadWith(config, [], "get", "x")).Message.ShouldContain("line 5: a quote");

        config = folder.Write(
            "config",
            "\uFEFF# mine\r\n\r\n-o \"%(title)s [%(id)s].%(ext)s\"  # name\r\n-P 'C:\\My Videos'\r\n"
                + "--add-header \"X-Note: it's #1\"\r\n"
        );
        var settings = ReadWith(config, [], "get", "x");
        settings.Text(DownloadOptionSet.Output).ShouldBe("%(title)s [%(id)s].%(ext)s");
        settings.Text(DownloadOptionSet.Paths).ShouldBe("C:\\My Videos");
        settings.Values(NetworkOptions.Headers).ShouldHaveSingleItem().Value.ShouldBe("it's #1");
    }

    [Fact]
    public void Options_of_other_commands_in_the_file_are_passed_over()
    {
        using var folder = new TemporaryFolder();
        var config = folder.Write("config", "-o x\n--retries 7\n--port 5555\n");

        ReadWith(config, [], "info", "x").Value(NetworkOptions.Retries).ShouldBe(7);
    }

    [Theory]
    [InlineData("--no-such-thing", "line 1", "--no-such-thing")]
    [InlineData("\n--max many", "line 2", "whole number")]
    [InlineData("https://www.tiktok.com/@a", "line 1", "no option")]
    public void A_wrong_line_of_the_file_is_named(string content, string where, string what)
    {
        using var folder = new TemporaryFolder();
        var config = folder.Write("config", content);

        var message = Should.Throw<UsageException>(() => ReadWith(config, [], "get", "x")).Message;

        message.ShouldContain(where);
        message.ShouldContain(what);
    }

    [Fact]
    public void A_wrong_variable_is_named() =>
        Should
            .Throw<UsageException>(() =>
                ReadWith(null, new(StringComparer.Ordinal) { ["CLIPYARD_MAX"] = "many" }, "get", "x")
            )
            .Message.ShouldContain("CLIPYARD_");

    [Fact]
    public void Without_the_file_when_asked()
    {
        using var folder = new TemporaryFolder();
        var config = folder.Write("config", "--no-such-thing");

        ReadWith(config, [], "get", "x", "--no-config").Value(SelectionOptions.Max).ShouldBeNull();
    }

    [Fact]
    public void A_file_that_was_named_must_exist() =>
        Should
            .Throw<UsageException>(() => Read("get", "x", "--config", "/no/such/file"))
            .Message.ShouldContain("/no/such/file");

    [Fact]
    public void Every_option_has_a_description_and_a_variable_of_its_own()
    {
        var options = CommandTree.AllOptions.ToList();

        options.ShouldAllBe(option => !string.IsNullOrEmpty(option.Description));
        options.Select(EnvironmentLayer.VariableOf).ShouldBeUnique(StringComparer.Ordinal);
        options.SelectMany(option => option.Aliases.Append(option.Name)).ShouldBeUnique(StringComparer.Ordinal);
    }

    private static Settings Read(params string[] args) => ReadWith(null, [], args);

    private static Settings ReadWith(string? config, Dictionary<string, string> environment, params string[] args)
    {
        var host = Host() with { Environment = environment, DefaultConfigFile = config };
        return Settings.Read(Parse(args), host);
    }

    private static ParseResult Parse(params string[] args)
    {
        var parsed = CommandTree.Create(Host(), args).Parse(args, LayerParser.Configuration);
        parsed.Errors.ShouldBeEmpty();
        return parsed;
    }

    private static CliHost Host() => new() { Out = TextWriter.Null, Error = TextWriter.Null };
}
