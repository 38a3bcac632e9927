using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Clipyard.Server.Tasks.Work;

/// <summary>What of a task is to be different. What is left out stays.</summary>
internal sealed record TaskPatchBody
{
    [Description("The revision that was looked at: the change is refused when it is another one by now.")]
    public int? Revision { get; init; }

    [Description("At most 200 characters.")]
    public string? Title { get; init; }

    [Description("At most 10,000 characters; null: none.")]
    public string? Description
    {
        get;
        init
        {
            field = value;
            ChangesDescription = true;
        }
    }

    [Description("planning, in_progress, completed, failed or cancelled, as the table of states lets it.")]
    public string? State { get; init; }

    [Description("What came of it, whole: a JSON object of at most 262,144 bytes; null: nothing.")]
    public JsonElement? OutputData
    {
        get;
        init
        {
            field = value;
            ChangesOutput = true;
        }
    }

    [Description("Why it failed: at most 10,000 characters; null: nothing said.")]
    public string? Error
    {
        get;
        init
        {
            field = value;
            ChangesError = true;
        }
    }

    [JsonIgnore]
    public bool ChangesDescription { get; private init; }

    [JsonIgnore]
    public bool ChangesOutput { get; private init; }

    [JsonIgnore]
    public bool ChangesError { get; private init; }
}
