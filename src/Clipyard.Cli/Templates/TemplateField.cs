namespace Clipyard.Cli.Templates;

/// <summary>A field that an output template may name.</summary>
/// <param name="Name">As written between the brackets.</param>
/// <param name="Meaning">What it stands for, for the documentation.</param>
/// <param name="Read">Takes its value: text, a number (<see cref="long"/>) or an instant; null when there is none.</param>
internal sealed record TemplateField(string Name, string Meaning, Func<TemplateSubject, object?> Read)
{
    /// <summary>Whether it gives way first where a name is too long: free text of any length.</summary>
    public bool IsElastic { get; init; }

    /// <summary>How an instant is written when the template does not say.</summary>
    public string? DateFormat { get; init; }
}
