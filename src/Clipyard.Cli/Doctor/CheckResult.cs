namespace Clipyard.Cli.Doctor;

/// <summary>How a check ended.</summary>
internal enum CheckResult
{
    /// <summary>It works.</summary>
    Ok,

    /// <summary>Something that most people do not need is missing, or could not be judged.</summary>
    Note,

    /// <summary>Downloads will fail.</summary>
    Failed,
}
