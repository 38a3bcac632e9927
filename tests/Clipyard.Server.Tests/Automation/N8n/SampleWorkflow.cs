using System.Text.Json;
using System.Text.RegularExpressions;

namespace Clipyard.Server.Tests.Automation.N8n;

/// <summary>A workflow of <c>samples/n8n</c>, as n8n imports it.</summary>
internal sealed partial class SampleWorkflow
{
    private readonly JsonElement _json;

    private SampleWorkflow(string text, JsonElement json)
    {
        Text = text;
        _json = json;
    }

    /// <summary>The file as it lies there.</summary>
    public string Text { get; }

    public JsonElement this[string member] => _json.GetProperty(member);

    public IReadOnlyList<JsonElement> Nodes => [.. _json.GetProperty("nodes").EnumerateArray()];

    public static SampleWorkflow Read(string file)
    {
        var text = File.ReadAllText(Repository.PathOf("samples", "n8n", file));
        using var document = JsonDocument.Parse(text);
        return new SampleWorkflow(text, document.RootElement.Clone());
    }

    /// <summary>The nodes of a type, by its last word: <c>httpRequest</c>.</summary>
    public IEnumerable<JsonElement> Of(string type) =>
        Nodes.Where(node => node.GetProperty("type").GetString() == $"n8n-nodes-base.{type}");

    /// <summary>Which node follows which.</summary>
    public IEnumerable<(string From, string To)> Connections() =>
        from source in _json.GetProperty("connections").EnumerateObject()
        from output in source.Value.GetProperty("main").EnumerateArray()
        from target in output.EnumerateArray()
        select (source.Name, target.GetProperty("node").GetString() ?? "");

    /// <summary>Names and values of a node's list of parameters: <c>bodyParameters</c>.</summary>
    public static IEnumerable<(string Name, string Value)> Pairs(JsonElement node, string list) =>
        from pair in node.GetProperty("parameters").GetProperty(list).GetProperty("parameters").EnumerateArray()
        select (pair.GetProperty("name").GetString() ?? "", pair.GetProperty("value").GetString() ?? "");

    /// <summary>A parameter as n8n makes it: expressions replaced by what stands in the run's data; null for nothing.</summary>
    public static string? Fill(string value, IReadOnlyDictionary<string, string> data)
    {
        if (!value.StartsWith('='))
        {
            return value;
        }

        var expressions = Expression().Matches(value).Select(match => match.Groups["path"].Value).ToList();
        if (expressions is [var only] && value == $"={{{{ {only} }}}}" && !data.ContainsKey(only))
        {
            return null;
        }

        return Expression().Replace(value[1..], match => data[match.Groups["path"].Value]);
    }

    [GeneratedRegex(@"\{\{ (?<path>[$\w.]+) \}\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Expression();
}
