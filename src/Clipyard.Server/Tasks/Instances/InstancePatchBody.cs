using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Clipyard.Server.Tasks.Instances;

/// <summary>What of an instance is to be different. What is left out stays.</summary>
internal sealed record InstancePatchBody
{
    [Description("The revision that was looked at: the change is refused when it is another one by now.")]
    public int? Revision { get; init; }

    [Description("At most 200 characters.")]
    public string? Name { get; init; }

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

    [Description("The connected accounts: 1 to 50 ids, all of them.")]
    public IReadOnlyList<string?>? AccountIds { get; init; }

    [Description("Where output_data has the video's address; null: in the usual places.")]
    public string? VideoPath
    {
        get;
        init
        {
            field = value;
            ChangesVideoPath = true;
        }
    }

    [Description("Where output_data has the caption; null: in the usual places.")]
    public string? CaptionPath
    {
        get;
        init
        {
            field = value;
            ChangesCaptionPath = true;
        }
    }

    [JsonIgnore]
    public bool ChangesDescription { get; private init; }

    [JsonIgnore]
    public bool ChangesVideoPath { get; private init; }

    [JsonIgnore]
    public bool ChangesCaptionPath { get; private init; }
}
