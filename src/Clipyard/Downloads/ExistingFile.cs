namespace Clipyard.Downloads;

/// <summary>What a download does when its goal exists.</summary>
public enum ExistingFile
{
    /// <summary>Leave it and report it as already there, after checking that it is a whole file.</summary>
    Keep,

    /// <summary>Fetch again and replace it, in one step, once the new one is verified.</summary>
    Replace,
}
