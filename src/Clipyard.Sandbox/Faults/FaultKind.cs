namespace Clipyard.Sandbox.Faults;

/// <summary>What can go wrong with an answer.</summary>
public enum FaultKind
{
    /// <summary>Another HTTP status (<see cref="SandboxFault.Status"/>) with a body to fit; 429 and 503 with Retry-After.</summary>
    Status,

    /// <summary>The answer comes late (<see cref="SandboxFault.Delay"/>).</summary>
    Delay,

    /// <summary>The connection closes after so many bytes of the body (<see cref="SandboxFault.Bytes"/>).</summary>
    Cut,

    /// <summary>The connection is reset after so many bytes of the body.</summary>
    Reset,

    /// <summary>The body stops after so many bytes; the connection stays open until the client leaves.</summary>
    Stall,

    /// <summary>The whole answer is sent twice on the connection.</summary>
    DuplicateAnswer,

    /// <summary>The request is served and counted, but the connection closes without an answer.</summary>
    LostAnswer,

    /// <summary>The request is served and counted, then answered with another status (<see cref="SandboxFault.Status"/>).</summary>
    StatusAfter,

    /// <summary>The official API's own error: <see cref="SandboxFault.Text"/> is its code, with <see cref="SandboxFault.Status"/>.</summary>
    ErrorCode,

    /// <summary>The connection breaks after so many bytes of the request's body (<see cref="SandboxFault.Bytes"/>).</summary>
    CutUpload,

    /// <summary>Processing of an upload fails; <see cref="SandboxFault.Text"/> is the reason.</summary>
    FailProcessing,

    /// <summary>An HTML page with status 200 instead of the file.</summary>
    HtmlInstead,

    /// <summary>The right body under another content type (<see cref="SandboxFault.Text"/>).</summary>
    ContentType,

    /// <summary>Content-Length says fewer bytes than are sent.</summary>
    LengthTooShort,

    /// <summary>Content-Length says more bytes than are sent, then the connection closes.</summary>
    LengthTooLong,

    /// <summary>No Content-Length: a chunked body.</summary>
    Chunked,

    /// <summary>A complete answer whose body ends after so many bytes.</summary>
    Truncated,

    /// <summary>The page of another post (<see cref="SandboxFault.Text"/> is its id).</summary>
    OtherPost,

    /// <summary>Status 200 without a body.</summary>
    Empty,

    /// <summary>The proof-of-work page until it is solved (<see cref="SandboxFault.Number"/> is the solution).</summary>
    Challenge,

    /// <summary>The proof-of-work page even after it was solved.</summary>
    UnsolvableChallenge,

    /// <summary>The captcha page; JSON with code 10000 on API addresses.</summary>
    Captcha,

    /// <summary>302 to <c>/login</c>.</summary>
    LoginWall,

    /// <summary>302 to <c>/hk/about</c>.</summary>
    RegionNotServed,

    /// <summary>A page status (<see cref="SandboxFault.Status"/>, message in <see cref="SandboxFault.Text"/>) without an item.</summary>
    PageStatus,

    /// <summary>Another form of the watch page (<see cref="SandboxFault.Shape"/>).</summary>
    Shape,

    /// <summary>The list page before this one once more, as for a banned device.</summary>
    RepeatPage,

    /// <summary>A list answer without <c>itemList</c>.</summary>
    MissingList,

    /// <summary>Ranges are ignored: always 200 with the whole file.</summary>
    NoRanges,

    /// <summary>The file as it would be after a change: another ETag and other bytes at its end.</summary>
    ChangedFile,
}
