using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Clipyard.Server.Identity;

/// <summary>What is to be different about a key. What is left out stays.</summary>
internal sealed record ChangeKeyRequest
{
    [Description("The connected account of posts that name none; null: none.")]
    public Guid? DefaultAccountId
    {
        get;
        init
        {
            field = value;
            ChangesAccount = true;
        }
    }

    [Description("The caption of posts that have no text; null: none.")]
    public string? DefaultCaption
    {
        get;
        init
        {
            field = value;
            ChangesCaption = true;
        }
    }

    /// <summary>Whether an account stood in the body, null included.</summary>
    [JsonIgnore]
    public bool ChangesAccount { get; private init; }

    /// <summary>Whether a caption stood in the body, null included.</summary>
    [JsonIgnore]
    public bool ChangesCaption { get; private init; }
}
