using System.Text;
using System.Text.Json;
using Clipyard.Server.Automation.Mcp.Calls;
using ModelContextProtocol.Client;

namespace Clipyard.Server.Tests.Automation.Mcp;

public sealed class McpPageTests(McpServerFixture fixture) : IClassFixture<McpServerFixture>
{
    private const string End = "<!-- /tools -->";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_page_lists_the_tools_that_there_are()
    {
        await using var mcp = await McpCaller.ConnectAsync(fixture.Host);
        var tools = await mcp.Client.ListToolsAsync(cancellationToken: Stop);

        var path = Repository.PathOf("docs", "mcp.md");
        var page = (await File.ReadAllTextAsync(path, Stop)).ReplaceLineEndings("\n");
        var from = page.IndexOf('\n', page.IndexOf("<!-- tools:", StringComparison.Ordinal)) + 1;
        Approved.Compare(page[..from] + Table(tools) + page[page.IndexOf(End, StringComparison.Ordinal)..], path);
    }

    private static string Table(IEnumerable<McpClientTool> tools)
    {
        var scopes = Scopes();
        var table = new StringBuilder("| tool | scope | arguments | does |\n|---|---|---|---|\n");
        foreach (var tool in tools.OrderBy(tool => tool.Name, StringComparer.Ordinal))
        {
            table.Append(
                $"| `{tool.Name}` | `{scopes[tool.Name]}` | {Arguments(tool.JsonSchema)} | {tool.Description} |\n"
            );
        }

        return table.ToString();
    }

    private static string Arguments(JsonElement schema)
    {
        var required = schema.TryGetProperty("required", out var names)
            ? names.EnumerateArray().Select(name => name.GetString()).ToList()
            : [];
        var all = schema
            .GetProperty("properties")
            .EnumerateObject()
            .Select(argument => $"`{argument.Name}`{(required.Contains(argument.Name) ? "*" : "")}");
        return string.Join(" ", all);
    }

    private static Dictionary<string, string> Scopes() =>
        typeof(ToolAbout)
            .Assembly.GetTypes()
            .Select(type => type.GetProperty("About"))
            .OfType<System.Reflection.PropertyInfo>()
            .Where(property => property.PropertyType == typeof(ToolAbout) && property.GetMethod is { IsStatic: true })
            .Where(property => property.DeclaringType is { IsGenericType: false })
            .Select(property => property.GetValue(null))
            .OfType<ToolAbout>()
            .ToDictionary(about => about.Name, about => about.Scope, StringComparer.Ordinal);
}
