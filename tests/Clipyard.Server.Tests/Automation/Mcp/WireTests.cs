using System.Net;
using System.Text;
using Clipyard.Server.Tests.Identity;

namespace Clipyard.Server.Tests.Automation.Mcp;

/// <summary>What is on the wire: refusals in the protocol's words, never a 500.</summary>
public sealed class WireTests(McpServerFixture fixture) : IClassFixture<McpServerFixture>
{
    private const string ListTools = """{"jsonrpc": "2.0", "id": "a", "method": "tools/list"}""";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private ServerHost Host => fixture.Host;

    [Theory]
    [InlineData("", -32700)]
    [InlineData("nonsense", -32700)]
    [InlineData("{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\"", -32700)]
    [InlineData("{\"jsonrpc\": \"2.0\", \"id\": 1, \"id\": 2, \"method\": \"ping\"}", -32700)]
    [InlineData("null", -32600)]
    [InlineData("7", -32600)]
    [InlineData("[]", -32600)]
    [InlineData("[{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"ping\"}]", -32600)]
    [InlineData("{}", -32600)]
    [InlineData("{\"jsonrpc\": \"1.0\", \"id\": 1, \"method\": \"ping\"}", -32600)]
    [InlineData("{\"jsonrpc\": \"2.0\", \"id\": null, \"method\": \"ping\"}", -32600)]
    [InlineData("{\"jsonrpc\": \"2.0\", \"id\": {}, \"method\": \"ping\"}", -32600)]
    [InlineData("{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": 5}", -32600)]
    [InlineData("{\"jsonrpc\": \"2.0\", \"id\": 1}", -32600)]
    public async Task What_is_no_message_is_refused_with_the_protocols_code(string body, int code)
    {
        var answer = await McpWire.PostAsync(Host, body);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest, answer.Text);
        answer["jsonrpc"].GetString().ShouldBe("2.0");
        answer["error.code"].GetInt32().ShouldBe(code, answer.Text);
    }

    [Theory]
    [InlineData("no/such", "{}", -32601)]
    [InlineData("tools/call", "{\"name\": \"approve_post\", \"arguments\": {}}", -32602)]
    [InlineData("tools/call", "{\"arguments\": {}}", null)]
    [InlineData("tools/call", "{\"name\": 5}", null)]
    [InlineData("tools/call", "{\"name\": \"list_students\", \"arguments\": []}", null)]
    [InlineData("tools/call", "[]", null)]
    [InlineData("initialize", "{}", -32602)]
    [InlineData("initialize", "[]", -32602)]
    [InlineData("resources/list", "{}", -32601)]
    public async Task What_a_message_asks_for_in_vain_is_an_error_with_its_id(
        string method,
        string parameters,
        int? code
    )
    {
        var answer = await McpWire.PostAsync(
            Host,
            $$"""{"jsonrpc": "2.0", "id": "x-1", "method": "{{method}}", "params": {{parameters}}}"""
        );

        ((int)answer.Status).ShouldBeLessThan(500, answer.Text);
        var message = McpWire.MessageOf(answer);
        message.GetProperty("id").GetString().ShouldBe("x-1");
        var error = message.GetProperty("error");
        error.GetProperty("message").GetString().ShouldNotBeNullOrEmpty();
        if (code is not null)
        {
            error.GetProperty("code").GetInt32().ShouldBe(code.Value);
        }
    }

    [Theory]
    [InlineData("tools/list")]
    [InlineData("tools/call")]
    [InlineData("ping")]
    [InlineData("initialize")]
    [InlineData("server/discover")]
    [InlineData("logging/setLevel")]
    [InlineData("completion/complete")]
    [InlineData("notifications/cancelled")]
    [InlineData("notifications/progress")]
    [InlineData("")]
    public async Task No_parameters_whatever_make_the_server_fail(string method)
    {
        string[] values =
        [
            "null",
            "5",
            "\"x\"",
            "[]",
            "[null]",
            "{}",
            """{"_meta": 5}""",
            """{"_meta": {"progressToken": {}}}""",
            """{"_meta": {"io.modelcontextprotocol/protocolVersion": 5}}""",
            """{"_meta": {"io.modelcontextprotocol/protocolVersion": "2026-07-28"}}""",
            """{"name": null, "arguments": null, "cursor": 5, "requestId": {}}""",
            """{"name": "list_posts", "arguments": {"limit": {"deep": [[[[]]]]}}}""",
            """{"name": "make_post", "arguments": {"\\u0000": "\\ud800"}}""",
            """{"name": "make_post", "arguments": {"caption": "\\ud800", "url": "\\ud800"}}""",
        ];
        foreach (
            var (value, version) in values.SelectMany(value => new[] { (value, (string?)null), (value, "2026-07-28") })
        )
        {
            foreach (var id in (string[])["\"id\": 1, ", ""])
            {
                var answer = await McpWire.PostAsync(
                    Host,
                    $$"""{"jsonrpc": "2.0", {{id}}"method": "{{method}}", "params": {{value}} }""",
                    ("MCP-Protocol-Version", version),
                    ("Mcp-Method", method)
                );

                ((int)answer.Status).ShouldBeLessThan(500, $"{value} {version} {id}: {answer.Text}");
                answer.Text.ShouldNotContain("internal_error", customMessage: value);
            }
        }
    }

    [Fact]
    public async Task A_request_is_answered_as_one_event_and_keeps_no_session()
    {
        var answer = await McpWire.PostAsync(Host, ListTools);

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Headers["Content-Type"].ShouldBe("text/event-stream");
        answer.Headers["Cache-Control"].ShouldContain("no-store");
        answer.Headers.Keys.ShouldNotContain("Mcp-Session-Id");
        var message = McpWire.MessageOf(answer);
        message.GetProperty("id").GetString().ShouldBe("a");
        message.GetProperty("result").GetProperty("tools").GetArrayLength().ShouldBe(11);
    }

    [Theory]
    [InlineData("""{"jsonrpc": "2.0", "method": "notifications/initialized"}""")]
    [InlineData("""{"jsonrpc": "2.0", "method": "notifications/cancelled", "params": {"requestId": 1}}""")]
    [InlineData("""{"jsonrpc": "2.0", "id": 1, "result": {}}""")]
    public async Task What_needs_no_answer_gets_202(string body)
    {
        var answer = await McpWire.PostAsync(Host, body);

        answer.Status.ShouldBe(HttpStatusCode.Accepted);
        answer.Text.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Content-Type", "text/plain", 415)]
    [InlineData("Content-Type", null, 415)]
    [InlineData("Accept", "application/json", 406)]
    [InlineData("Accept", "text/html", 406)]
    [InlineData("Accept", null, 200)]
    [InlineData("Accept", "*/*", 200)]
    [InlineData("Accept", "text/*;q=0.5", 200)]
    public async Task Types_that_cannot_be_are_named(string header, string? value, int status)
    {
        var answer = await McpWire.PostAsync(Host, ListTools, (header, value));

        ((int)answer.Status).ShouldBe(status, answer.Text);
        if (status != 200)
        {
            answer["error.message"].GetString()!.ShouldContain(header);
        }
    }

    [Theory]
    [InlineData("https://evil.example", false)]
    [InlineData("http://localhost:1", false)]
    [InlineData("null", false)]
    [InlineData("https://app.example.com", true)]
    [InlineData(null, true)]
    public async Task Only_pages_of_known_origins_may_call(string? origin, bool may)
    {
        var answer = await McpWire.PostAsync(Host, ListTools, ("Origin", origin));

        answer.Status.ShouldBe(may ? HttpStatusCode.OK : HttpStatusCode.Forbidden, answer.Text);
        answer.Code.ShouldBe(may ? null : "forbidden");
    }

    [Fact]
    public async Task Our_own_pages_origin_may_call_and_another_host_name_may_not()
    {
        var own = await McpWire.PostAsync(Host, ListTools, ("Origin", Browser.Origin(Host)));
        var rebound = await McpWire.PostAsync(Host, ListTools, ("Host", "evil.example"));

        own.Status.ShouldBe(HttpStatusCode.OK);
        rebound.Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused()
    {
        var body = new StringBuilder(ListTools).Append(' ', 2 << 20).ToString();

        var answer = await McpWire.PostAsync(Host, body);

        answer.Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        answer.Code.ShouldBe("invalid_parameter");
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("DELETE")]
    public async Task What_belongs_to_sessions_is_not_allowed(string method)
    {
        var answer = await Host.SendAsync(new HttpMethod(method), "/mcp", null, ("Accept", "text/event-stream"));

        answer.Status.ShouldBe(HttpStatusCode.MethodNotAllowed);
        answer.Headers["Allow"].ShouldBe("POST");
    }

    [Theory]
    [InlineData("tools/list", null, 400)]
    [InlineData("tools/call", "list_posts", 400)]
    [InlineData("tools/call", "list_students", 200)]
    [InlineData("tools/call", "=?base64?bGlzdF9zdHVkZW50cw==?=", 200)]
    [InlineData("tools/call", "=?base64?%%%?=", 400)]
    [InlineData(null, "list_students", 400)]
    public async Task Headers_that_say_something_else_than_the_body_are_refused(
        string? method,
        string? name,
        int status
    )
    {
        var answer = await McpWire.PostAsync(
            Host,
            Modern("tools/call", """ "name": "list_students", "arguments": {}, """),
            ("MCP-Protocol-Version", "2026-07-28"),
            ("Mcp-Method", method),
            ("Mcp-Name", name)
        );

        ((int)answer.Status).ShouldBe(status, answer.Text);
        if (status == 400)
        {
            answer["error.code"].GetInt32().ShouldBe(-32020);
            answer["id"].GetInt32().ShouldBe(1);
        }
    }

    [Fact]
    public async Task A_version_that_nobody_knows_is_refused()
    {
        var answer = await McpWire.PostAsync(
            Host,
            Modern("tools/list", "", "2199-01-01"),
            ("MCP-Protocol-Version", "2199-01-01"),
            ("Mcp-Method", "tools/list")
        );

        answer.Status.ShouldBe(HttpStatusCode.BadRequest, answer.Text);
        McpWire.MessageOf(answer).GetProperty("error").GetProperty("message").GetString()!.ShouldContain("2199-01-01");
    }

    private static string Modern(string method, string members, string version = "2026-07-28") =>
        $$$"""
            {"jsonrpc": "2.0", "id": 1, "method": "{{{method}}}", "params": { {{{members}}} "_meta": {
              "io.modelcontextprotocol/protocolVersion": "{{{version}}}",
              "io.modelcontextprotocol/clientInfo": {"name": "t", "version": "1"},
              "io.modelcontextprotocol/clientCapabilities": {} } } }
            """;
}
