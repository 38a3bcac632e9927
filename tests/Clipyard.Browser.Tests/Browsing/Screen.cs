using Xunit.Sdk;

namespace Clipyard.Browser.Tests.Browsing;

/// <summary>How somebody looks at the pages.</summary>
/// <param name="Width">360: a small phone; 1440: a desk.</param>
/// <param name="IsDark">What their device prefers.</param>
public sealed record Screen(int Width, bool IsDark) : IXunitSerializable
{
    public static readonly IReadOnlyList<Screen> All =
    [
        new(360, false),
        new(1440, true),
        new(360, true),
        new(1440, false),
    ];

    [Obsolete("For xunit, which makes one and then fills it.")]
    public Screen()
        : this(0, false) { }

    public int Height => IsPhone ? 760 : 900;

    public bool IsPhone => Width < 900;

    public int Width { get; private set; } = Width;

    public bool IsDark { get; private set; } = IsDark;

    public override string ToString() => $"{Width}-{(IsDark ? "dark" : "light")}";

    public void Serialize(IXunitSerializationInfo info)
    {
        info.AddValue(nameof(Width), Width);
        info.AddValue(nameof(IsDark), IsDark);
    }

    public void Deserialize(IXunitSerializationInfo info)
    {
        Width = info.GetValue<int>(nameof(Width));
        IsDark = info.GetValue<bool>(nameof(IsDark));
    }
}
