using System.Linq.Expressions;
using Clipyard.Failures;
using Clipyard.Server.Api;

namespace Clipyard.Server.Archive.Clips;

/// <summary>An order in which clips are listed, found by their keys: each has its index.</summary>
internal sealed class ClipOrder
{
    private static readonly string[] Sorts = [StoredAt, CreatedAt, Duration, Size];

    private readonly string _sort;
    private readonly bool _isDescending;
    private readonly LambdaExpression _key;

    private ClipOrder(string sort, bool isDescending)
    {
        _sort = sort;
        _isDescending = isDescending;
        _key = KeyOf(sort);
    }

    public const string StoredAt = "stored_at";
    public const string CreatedAt = "created_at";
    private const string Duration = "duration";
    private const string Size = "size";

    /// <exception cref="ClipyardException"><c>invalid_parameter</c>.</exception>
    public static ClipOrder Read(string? sort, string? direction) =>
        new(QueryValue.Word("sort", sort, Sorts), QueryValue.Word("order", direction, "desc", "asc") == "desc");

    /// <summary>Whether it is an order by this: its range is one of the index.</summary>
    public bool IsBy(string sort) => _sort == sort;

    /// <exception cref="ClipyardException"><c>invalid_parameter</c>: it is a place in a list of another order.</exception>
    public void Check(ClipPosition? position)
    {
        if (position is not null && position.Sort != Name)
        {
            throw new ClipyardException(
                FailureCatalogue.InvalidParameter,
                "The parameter 'cursor' comes from a list with another sort or order."
            )
            {
                Parameter = "cursor",
                Remedies = ["Pass the same parameters with each next_cursor."],
            };
        }
    }

    public ClipPosition PositionOf(Clip clip) =>
        new(
            Name,
            _sort switch
            {
                StoredAt => clip.StoredAt.ToUnixTimeMilliseconds(),
                CreatedAt => clip.PostedAt.ToUnixTimeMilliseconds(),
                Duration => clip.SortedDurationMs,
                _ => clip.SizeBytes,
            },
            clip.Id
        );

    /// <summary>Sorted, from a place on.</summary>
    public IQueryable<Clip> Apply(IQueryable<Clip> clips, ClipPosition? after)
    {
        if (after is not null)
        {
            clips = clips.Where(Beyond(after));
        }

        return _key switch
        {
            Expression<Func<Clip, DateTimeOffset>> time => Sorted(clips, time),
            Expression<Func<Clip, long>> number => Sorted(clips, number),
            _ => throw new InvalidOperationException($"There is no order by {_key}."),
        };
    }

    private string Name => _isDescending ? "-" + _sort : _sort;

    private static LambdaExpression KeyOf(string sort) =>
        sort switch
        {
            StoredAt => (Expression<Func<Clip, DateTimeOffset>>)(clip => clip.StoredAt),
            CreatedAt => (Expression<Func<Clip, DateTimeOffset>>)(clip => clip.PostedAt),
            Duration => (Expression<Func<Clip, long>>)(clip => clip.SortedDurationMs),
            _ => (Expression<Func<Clip, long>>)(clip => clip.SizeBytes),
        };

    private IQueryable<Clip> Sorted<T>(IQueryable<Clip> clips, Expression<Func<Clip, T>> key) =>
        _isDescending
            ? clips.OrderByDescending(key).ThenByDescending(clip => clip.Id)
            : clips.OrderBy(key).ThenBy(clip => clip.Id);

    /// <summary>
    /// One range of the index and a filter on its first rows, <c>key &lt;= k AND (key &lt; k OR id &lt; i)</c>; "less, or
    /// equal and less" would be two ranges.
    /// </summary>
    private Expression<Func<Clip, bool>> Beyond(ClipPosition place)
    {
        var clip = _key.Parameters[0];
        var key = _key.Body;
        // Members of an object, not values: so EF Core makes them parameters, and one plan serves every page.
        var last = Expression.Property(Expression.Constant(new Last(place)), LastMember());
        var lastId = Expression.Property(Expression.Constant(place), nameof(ClipPosition.Id));
        var id = Expression.Property(clip, nameof(Clip.Id));
        var beyond = _isDescending
            ? Expression.AndAlso(
                Expression.LessThanOrEqual(key, last),
                Expression.OrElse(Expression.LessThan(key, last), Expression.LessThan(id, lastId))
            )
            : Expression.AndAlso(
                Expression.GreaterThanOrEqual(key, last),
                Expression.OrElse(Expression.GreaterThan(key, last), Expression.GreaterThan(id, lastId))
            );
        return Expression.Lambda<Func<Clip, bool>>(beyond, clip);
    }

    private string LastMember() => _key.ReturnType == typeof(long) ? nameof(Last.Number) : nameof(Last.Time);

    private sealed class Last(ClipPosition place)
    {
        public long Number => place.Key;

        /// <summary>One out of range is as good as the nearest there is.</summary>
        public DateTimeOffset Time { get; } =
            DateTimeOffset.FromUnixTimeMilliseconds(
                Math.Clamp(
                    place.Key,
                    DateTimeOffset.MinValue.ToUnixTimeMilliseconds(),
                    DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
                )
            );
    }
}
