using Clipyard.Failures;
using Clipyard.Server.Api;

namespace Clipyard.Server.Archive.Clips;

/// <summary>Which clips a caller wants to see, and in which order.</summary>
internal sealed class ClipWish
{
    private const int ClipsUnlessAsked = 50;
    private const int LongestText = 200;

    private readonly string? _studentId;
    private readonly string? _username;
    private readonly ClipKind? _kind;
    private readonly string? _text;
    private readonly bool _isAboutCreation;

    /// <exception cref="ClipyardException"><c>invalid_parameter</c>, naming it.</exception>
    public ClipWish(ClipQuery query)
    {
        Order = ClipOrder.Read(query.Sort, query.Order);
        Limit = PageLimit.Read(query.Limit, ClipsUnlessAsked);
        After = Cursor.Read<ClipPosition>(query.Cursor);
        Order.Check(After);
        _studentId = Said(query.StudentId);
        _username = Said(query.Username)?.TrimStart('@').ToLowerInvariant();
        _kind = Said(query.Kind) is { } kind ? KindOf(kind) : null;
        _text = TextOf(query.Text);
        _isAboutCreation =
            QueryValue.Word("time", query.Time, ClipOrder.StoredAt, ClipOrder.CreatedAt) == ClipOrder.CreatedAt;
        From = QueryValue.Instant("from", query.From);
        To = QueryValue.Instant("to", query.To);
    }

    public ClipOrder Order { get; }

    public int Limit { get; }

    public ClipPosition? After { get; }

    /// <summary>The student, when nothing else is asked for.</summary>
    public string? OnlyStudentId => _username is null && !HasTimes && !NeedsReading ? _studentId : null;

    /// <summary>Whether nothing is asked for.</summary>
    public bool IsAll => _studentId is null && _username is null && !HasTimes && !NeedsReading;

    /// <summary>Whether something is asked for that no index knows: then clips are read one by one.</summary>
    public bool NeedsReading => _text is not null || _kind is not null || (HasTimes && !TimesAreInOrder);

    private DateTimeOffset? From { get; }

    private DateTimeOffset? To { get; }

    private bool HasTimes => From is not null || To is not null;

    // A range of the very index that the list is sorted by.
    private bool TimesAreInOrder => Order.IsBy(_isAboutCreation ? ClipOrder.CreatedAt : ClipOrder.StoredAt);

    /// <summary>Keeps what an index can tell.</summary>
    public IQueryable<Clip> Filter(IQueryable<Clip> clips)
    {
        if (_studentId is not null)
        {
            clips = clips.Where(clip => clip.StudentId == _studentId);
        }

        if (_username is not null)
        {
            clips = clips.Where(clip => clip.Username == _username);
        }

        return TimesAreInOrder ? InTime(clips) : clips;
    }

    /// <summary>Whether a clip is wanted, as far as no index can tell.</summary>
    public bool Fits(Clip clip) =>
        (_kind is null || clip.Kind == _kind)
        && IsInTime(_isAboutCreation ? clip.PostedAt : clip.StoredAt)
        && (_text is null || Holds(clip.Caption) || Holds(clip.Username));

    private bool IsInTime(DateTimeOffset at) => !(at < From) && !(at >= To);

    private bool Holds(string text) => text.Contains(_text ?? "", StringComparison.OrdinalIgnoreCase);

    private IQueryable<Clip> InTime(IQueryable<Clip> clips)
    {
        if (From is { } from)
        {
            clips = _isAboutCreation ? clips.Where(c => c.PostedAt >= from) : clips.Where(c => c.StoredAt >= from);
        }

        if (To is { } to)
        {
            clips = _isAboutCreation ? clips.Where(c => c.PostedAt < to) : clips.Where(c => c.StoredAt < to);
        }

        return clips;
    }

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static ClipKind KindOf(string text) =>
        QueryValue.Word("kind", text, "video", "photo", "audio") switch
        {
            "photo" => ClipKind.Photo,
            "audio" => ClipKind.Audio,
            _ => ClipKind.Video,
        };

    private static string? TextOf(string? text) =>
        Said(text) is { Length: > LongestText }
            ? throw new ClipyardException(
                FailureCatalogue.InvalidParameter,
                $"The parameter 'q' may have {LongestText} characters."
            )
            {
                Parameter = "q",
            }
            : Said(text);
}
