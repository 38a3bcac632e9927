using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Clipyard.Server.Data;

/// <summary>Instants as whole Unix milliseconds: EF Core cannot order or compare <see cref="DateTimeOffset"/> on SQLite.</summary>
internal sealed class UnixMilliseconds()
    : ValueConverter<DateTimeOffset, long>(
        instant => instant.ToUnixTimeMilliseconds(),
        milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
    );
