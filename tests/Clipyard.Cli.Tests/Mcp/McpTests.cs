using System.Text.Json;
using Clipyard.Cli.Tests.Running;
using Clipyard.Sandbox.Worlds;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol.Client;

namespace Clipyard.Cli.Tests.Mcp;

public sealed class McpTests(ServerHostFixture fixture) : IClassFixture<ServerHostFixture>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null)]
    [InlineData("2025-06-18")]
    public async Task A_client_that_starts_the_program_has_the_servers_tools(string? version)
    {
        var transport = new StdioClientTransport(
            new StdioClientTransportOptions
            {
                Command = "dotnet",
                Arguments =
                [
                    typeof(ClipyardProgram).Assembly.Location,
                    "mcp",
                    "--server",
                    fixture.Address,
                    "--no-config",
                ],
                EnvironmentVariables = new Dictionary<string, string?> { ["CLIPYARD_KEY"] = fixture.Host.Key },
            }
        );
        var options = new McpClientOptions { ProtocolVersion = version };
        await using var client = await McpClient.CreateAsync(transport, options, cancellationToken: Stop);

        var tools = await client.ListToolsAsync(cancellationToken: Stop);
        var found = await client.CallToolAsync(
            "look_up_video",
            new Dictionary<string, object?> { ["url"] = DemoWorld.RichCaption },
            cancellationToken: Stop
        );

        tools.Select(tool => tool.Name).ShouldContain("make_post");
        found.IsError.ShouldNotBe(true);
        found.StructuredContent!.Value.GetProperty("caption").GetString()!.ShouldStartWith("🌻🐝 Bees at work");
    }

    [Fact]
    public async Task The_end_of_its_input_ends_it_after_every_answer_was_given()
    {
        using var process = ClipyardProcess.Start("mcp", $"--server={fixture.Address}", $"--key={fixture.Host.Key}");
        foreach (var id in Enumerable.Range(0, 50))
        {
            await process.In.WriteLineAsync(Call(id, "list_students"));
        }

        await process.In.WriteLineAsync("""{"jsonrpc": "2.0", "method": "notifications/initialized"}""");
        process.In.Close();
        var ended = (await process.EndAsync(Stop)).ShouldEndWith(0);

        ended.Error.ShouldBeEmpty();
        ended.Json.Select(answer => answer.GetProperty("id").GetInt32()).Order().ShouldBe(Enumerable.Range(0, 50));
        ended
            .Json.Select(answer => answer.GetProperty("result").ValueKind)
            .ShouldAllBe(kind => kind == JsonValueKind.Object);
    }

    [Fact]
    public async Task Ctrl_c_ends_it_in_order()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are sent with kill.");
        using var process = ClipyardProcess.Start("mcp", $"--server={fixture.Address}", $"--key={fixture.Host.Key}");
        await process.In.WriteLineAsync(Call(1, "list_students"));
        (await process.Out.ReadLineAsync(Stop)).ShouldNotBeNull();

        await process.InterruptAsync(Stop);
        var ended = await process.EndAsync(Stop);

        ended.ShouldEndWith(0).Out.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_wrong_key_is_an_error_for_every_request_and_one_sentence_for_people()
    {
        var run = await RunAsync(fixture.Address, "cy_wrong", Call(1, "list_students"), Call(2, "list_students"));

        run.ShouldEndWith(0);
        run.Json.Select(answer => answer.GetProperty("id").GetInt32()).Order().ShouldBe([1, 2]);
        foreach (var answer in run.Json)
        {
            var error = answer.GetProperty("error");
            error.GetProperty("message").GetString()!.ShouldContain("the key is wrong");
            error.GetProperty("data").GetProperty("code").GetString().ShouldBe("unauthenticated");
            error.GetProperty("data").GetProperty("remedy").GetString()!.ShouldContain("CLIPYARD_KEY");
        }

        run.Error.TrimEnd().Split('\n').ShouldHaveSingleItem().ShouldStartWith("clipyard: ");
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_an_error_and_a_notification_gets_none()
    {
        var stub = await StubServer.StartAsync(_ => Task.CompletedTask);
        var address = stub.Address;
        await stub.DisposeAsync();

        var run = await RunAsync(
            address,
            "key",
            """{"jsonrpc": "2.0", "method": "notifications/initialized"}""",
            Call(1, "list_students")
        );

        run.ShouldEndWith(0).Json.ShouldHaveSingleItem().GetProperty("id").GetInt32().ShouldBe(1);
        CodeOf(run.Json[0]).ShouldBe("network_error");
        run.Error.ShouldContain("Check that the server runs");
    }

    [Fact]
    public async Task What_is_no_message_is_refused_without_the_server()
    {
        var run = await RunAsync("http://127.0.0.1:1", "key", "nonsense", "", "[]", "7");

        run.ShouldEndWith(0).Error.ShouldBeEmpty();
        run.Json.Select(answer => answer.GetProperty("error").GetProperty("code").GetInt32())
            .ShouldBe([-32700, -32600, -32600]);
        run.Json.ShouldAllBe(answer => answer.GetProperty("id").ValueKind == JsonValueKind.Null);
    }

    [Theory]
    [InlineData(404, "text/html", "<h1>Not here</h1>", "network_error")]
    [InlineData(302, "", "", "network_error")]
    [InlineData(200, "text/event-stream", "", "network_error")]
    [InlineData(200, "text/event-stream", "data: nonsense\n\n", "internal_error")]
    [InlineData(500, "application/problem+json", "{}", "network_error")]
    [InlineData(
        429,
        "application/problem+json",
        """{"code": "rate_limited", "detail": "Slowly.", "remedy": "Wait."}""",
        "rate_limited"
    )]
    public async Task Whatever_else_answers_is_named(int status, string type, string body, string code)
    {
        await using var stub = await StubServer.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = type.Length > 0 ? type : null;
            return context.Response.WriteAsync(body, Stop);
        });

        var run = await RunAsync(stub.Address, "key", Call(1, "list_students"));

        CodeOf(run.ShouldEndWith(0).Json.ShouldHaveSingleItem()).ShouldBe(code);
    }

    [Fact]
    public async Task An_answer_on_several_lines_comes_on_one()
    {
        await using var stub = await StubServer.StartAsync(context =>
        {
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync(
                "{\n  \"jsonrpc\": \"2.0\",\n  \"id\": 1,\n  \"result\": {\"a\": \"ü\"}\n}",
                Stop
            );
        });

        var run = await RunAsync(stub.Address, "key", Call(1, "list_students"));

        run.Lines.ShouldHaveSingleItem();
        run.Json[0].GetProperty("result").GetProperty("a").GetString().ShouldBe("ü");
    }

    [Fact]
    public async Task The_version_that_was_settled_on_and_what_is_called_stand_in_headers()
    {
        List<string> seen = [];
        await using var stub = await StubServer.StartAsync(context =>
        {
            var headers = context.Request.Headers;
            seen.Add($"{headers["Mcp-Method"]} {headers["Mcp-Name"]} {headers["MCP-Protocol-Version"]}");
            context.Response.ContentType = "text/event-stream";
            return context.Response.WriteAsync(
                "data: {\"jsonrpc\": \"2.0\", \"id\": 1, \"result\": {\"protocolVersion\": \"2025-06-18\"}}\n\n",
                Stop
            );
        });
        using var process = ClipyardProcess.Start("mcp", $"--server={stub.Address}", "--key=key");
        foreach (
            var line in (string[])
                [
                    """{"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {}}""",
                    Call(1, "list_students"),
                    Call(1, "grüße"),
                ]
        )
        {
            await process.In.WriteLineAsync(line);
            (await process.Out.ReadLineAsync(Stop)).ShouldNotBeNull();
        }

        process.In.Close();
        (await process.EndAsync(Stop)).ShouldEndWith(0);
        seen[0].TrimEnd().ShouldBe("initialize");
        seen[1].ShouldBe("tools/call list_students 2025-06-18");
        seen[2].ShouldBe("tools/call =?base64?Z3LDvMOfZQ==?= 2025-06-18");
    }

    [Fact]
    public async Task A_cancelled_request_is_hung_up_and_answered_no_more()
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var hungUp = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var stub = await StubServer.StartAsync(context =>
        {
            context.RequestAborted.Register(hungUp.SetResult);
            arrived.SetResult();
            return hungUp.Task;
        });
        using var process = ClipyardProcess.Start("mcp", $"--server={stub.Address}", "--key=key");
        await process.In.WriteLineAsync(Call(9, "list_students"));
        await arrived.Task.WaitAsync(Stop);

        await process.In.WriteLineAsync(
            """{"jsonrpc": "2.0", "method": "notifications/cancelled", "params": {"requestId": 9}}"""
        );
        await hungUp.Task.WaitAsync(Stop);
        process.In.Close();
        var ended = await process.EndAsync(Stop);

        ended.ShouldEndWith(0).Out.ShouldBeEmpty();
        ended.Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_key_it_says_where_to_put_one()
    {
        var run = (await CliRun.RunAsync("mcp")).ShouldEndWith(2);

        run.Out.ShouldBeEmpty();
        run.Error.ShouldContain("CLIPYARD_KEY");
    }

    [Fact]
    public async Task Its_help_shows_what_clients_want_in_their_configuration()
    {
        var help = (await CliRun.RunAsync("mcp", "--help")).ShouldEndWith(0).Lines;

        var from = help.ToList().FindIndex(line => line.Contains("mcpServers", StringComparison.Ordinal));
        var snippet = JsonElement.Parse(string.Concat(help.Skip(from).Take(4)));
        var server = snippet.GetProperty("mcpServers").GetProperty("clipyard");
        server.GetProperty("args")[0].GetString().ShouldBe("mcp");
        server.GetProperty("env").GetProperty("CLIPYARD_KEY").GetString().ShouldBe("KEY");
    }

    private static Task<CliResult> RunAsync(string address, string key, params string[] lines) =>
        new CliRun { Input = string.Join('\n', lines) }.StartAsync("mcp", $"--server={address}", $"--key={key}");

    private static string Call(int id, string tool) =>
        $$$"""{"jsonrpc": "2.0", "id": {{{id}}}, "method": "tools/call", "params": {"name": "{{{tool}}}", "arguments": {} } }""";

    private static string? CodeOf(JsonElement answer) =>
        answer.GetProperty("error").GetProperty("data").GetProperty("code").GetString();
}
