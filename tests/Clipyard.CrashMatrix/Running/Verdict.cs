namespace Clipyard.CrashMatrix.Running;

/// <summary>What became of a post that was asked for.</summary>
internal enum Verdict
{
    /// <summary>Made once, and the server says so.</summary>
    Made,

    /// <summary>Not made, and the server says why.</summary>
    Failed,

    /// <summary>The server cannot know, and asks a person.</summary>
    AskedPerson,

    /// <summary>Made more than once.</summary>
    Duplicate,

    /// <summary>Not made, and the server does not say so.</summary>
    Lost,

    /// <summary>Made or not, but the server says the opposite, or fails with a reason that has no place here.</summary>
    Wrong,
}
