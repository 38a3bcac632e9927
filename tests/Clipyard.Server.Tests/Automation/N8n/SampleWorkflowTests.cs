using System.Collections.Frozen;
using System.Text.Json;

namespace Clipyard.Server.Tests.Automation.N8n;

public sealed class SampleWorkflowTests
{
    private const string Upload = "clipyard-video-upload.json";
    private const string Ask = "clipyard-ask-until-done.json";
    private const string OurAddress = "http://127.0.0.1:8000";

    // As n8n's nodes-base has them (packages/nodes-base/nodes, November 2026).
    private static readonly FrozenDictionary<string, double[]> KnownNodes = new Dictionary<string, double[]>(
        StringComparer.Ordinal
    )
    {
        ["n8n-nodes-base.webhook"] = [1, 1.1, 2, 2.1],
        ["n8n-nodes-base.manualTrigger"] = [1],
        ["n8n-nodes-base.httpRequest"] = [1, 2, 3, 4, 4.1, 4.2, 4.3, 4.4],
        ["n8n-nodes-base.respondToWebhook"] = [1, 1.1, 1.2, 1.3, 1.4, 1.5],
        ["n8n-nodes-base.wait"] = [1, 1.1],
        ["n8n-nodes-base.if"] = [1, 2, 2.1, 2.2],
        ["n8n-nodes-base.set"] = [1, 2, 3, 3.1, 3.2, 3.3, 3.4],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(Repository.PathOf("samples", "n8n"), "*.json").Select(path => Path.GetFileName(path))];

    [Fact]
    public void Both_workflows_are_there() => Files.Select(row => row.Data).ShouldBe([Upload, Ask], ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Files))]
    public void A_workflow_has_what_n8n_imports(string file)
    {
        var workflow = SampleWorkflow.Read(file);

        workflow["name"].GetString().ShouldNotBeNullOrEmpty();
        workflow["active"].GetBoolean().ShouldBeFalse("nothing begins to run by being imported");
        workflow["settings"].GetProperty("executionOrder").GetString().ShouldBe("v1");
        workflow.Nodes.Select(node => node.GetProperty("id").GetGuid()).ShouldBeUnique();
        workflow.Nodes.Select(node => node.GetProperty("name").GetString()).ShouldBeUnique();
        foreach (var node in workflow.Nodes)
        {
            var type = node.GetProperty("type").GetString()!;
            KnownNodes.ShouldContainKey(type);
            KnownNodes[type].ShouldContain(node.GetProperty("typeVersion").GetDouble(), type);
            node.GetProperty("parameters").ValueKind.ShouldBe(JsonValueKind.Object);
            node.GetProperty("position").GetArrayLength().ShouldBe(2);
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_connection_leads_to_a_node_and_every_node_is_reached(string file)
    {
        var workflow = SampleWorkflow.Read(file);
        var names = workflow.Nodes.Select(node => node.GetProperty("name").GetString()!).ToList();
        var connections = workflow.Connections().ToList();

        connections.Select(connection => connection.From).ShouldBeSubsetOf(names);
        connections.Select(connection => connection.To).ShouldBeSubsetOf(names);
        var start = names[0];
        HashSet<string> reached = [start];
        while (connections.Exists(c => reached.Contains(c.From) && reached.Add(c.To)))
        {
            // further
        }

        reached.ShouldBe(names, ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void No_secret_is_in_it_and_credentials_are_to_be_chosen(string file)
    {
        var workflow = SampleWorkflow.Read(file);

        workflow.Text.ShouldNotContain("cyk_");
        workflow.Text.ShouldNotContain("Bearer");
        workflow.Text.ShouldNotContain("api_key");
        foreach (var node in workflow.Nodes)
        {
            if (node.TryGetProperty("credentials", out var credentials))
            {
                credentials.EnumerateObject().Select(known => known.Name).ShouldBe(["httpHeaderAuth"]);
                credentials.GetProperty("httpHeaderAuth").GetProperty("id").GetString().ShouldBe("choose-yours");
            }
        }

        workflow
            .Of("httpRequest")
            .ShouldAllBe(node =>
                node.GetProperty("parameters").GetProperty("genericAuthType").GetString() == "httpHeaderAuth"
            );
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task What_it_asks_for_is_in_our_document(string file)
    {
        await using var host = await ServerHost.StartAsync(TestContext.Current.CancellationToken);
        var document = (await host.GetAsync("/openapi/v1.json")).Json;

        foreach (var parameters in SampleWorkflow.Read(file).Of("httpRequest").Select(n => n.GetProperty("parameters")))
        {
            var url = parameters.GetProperty("url").GetString()!.TrimStart('=');
            url.ShouldStartWith(OurAddress);
            var path = url[OurAddress.Length..].Replace("{{ $json.post_id }}", "{post_id}", StringComparison.Ordinal);
            var method = parameters.GetProperty("method").GetString()!.ToLowerInvariant();
            document.GetProperty("paths").TryGetProperty(path, out var operations).ShouldBeTrue(path);
            operations.TryGetProperty(method, out var operation).ShouldBeTrue($"{method} {path}");
            if (parameters.TryGetProperty("bodyParameters", out var body))
            {
                body.GetProperty("parameters")
                    .EnumerateArray()
                    .Select(pair => pair.GetProperty("name").GetString()!)
                    .ShouldBeSubsetOf(MembersOf(document, operation));
            }
        }
    }

    [Fact]
    public void The_wait_is_ended_by_a_POST_to_the_address_that_Clipyard_is_given()
    {
        var workflow = SampleWorkflow.Read(Upload);
        var request = workflow.Of("httpRequest").ShouldHaveSingleItem();
        var wait = workflow.Of("wait").ShouldHaveSingleItem().GetProperty("parameters");

        SampleWorkflow.Pairs(request, "bodyParameters").ShouldContain(("callback_url", "={{ $execution.resumeUrl }}"));
        wait.GetProperty("resume").GetString().ShouldBe("webhook");
        wait.GetProperty("httpMethod").GetString().ShouldBe("POST", "n8n waits for a GET unless told");
        wait.GetProperty("limitWaitTime")
            .GetBoolean()
            .ShouldBeTrue("a call that never comes must not hold it for ever");
    }

    private static IEnumerable<string> MembersOf(JsonElement document, JsonElement operation)
    {
        var schema = operation
            .GetProperty("requestBody")
            .GetProperty("content")
            .GetProperty("application/json")
            .GetProperty("schema");
        if (schema.TryGetProperty("$ref", out var reference))
        {
            var name = reference.GetString()!.Split('/')[^1];
            schema = document.GetProperty("components").GetProperty("schemas").GetProperty(name);
        }

        return schema.GetProperty("properties").EnumerateObject().Select(member => member.Name);
    }
}
