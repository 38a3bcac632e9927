using System.Globalization;
using System.Text;

namespace Clipyard.Server.Observability;

/// <summary>The values of one instrument under one set of labels.</summary>
internal sealed class MetricSeries
{
    private static readonly double[] Bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

    private readonly Lock _lock = new();
    private readonly long[] _below = new long[Bounds.Length];
    private long _count;
    private double _sum;

    /// <summary>The sum, or a gauge's last value.</summary>
    public double Sum
    {
        get
        {
            lock (_lock)
            {
                return _sum;
            }
        }
    }

    public void Set(double value)
    {
        lock (_lock)
        {
            _sum = value;
        }
    }

    public void Add(double value)
    {
        lock (_lock)
        {
            _sum += value;
            _count++;
            for (var i = Bounds.Length - 1; i >= 0 && value <= Bounds[i]; i--)
            {
                _below[i]++;
            }
        }
    }

    public void WriteHistogram(StringBuilder page, string name, string labels)
    {
        lock (_lock)
        {
            var separator = labels.Length == 0 ? "" : ",";
            for (var i = 0; i < Bounds.Length; i++)
            {
                var bound = Bounds[i].ToString(CultureInfo.InvariantCulture);
                WriteLine(page, name + "_bucket", $"{labels}{separator}le=\"{bound}\"", _below[i]);
            }

            WriteLine(page, name + "_bucket", $"{labels}{separator}le=\"+Inf\"", _count);
            WriteLine(page, name + "_sum", labels, _sum);
            WriteLine(page, name + "_count", labels, _count);
        }
    }

    public static void WriteLine(StringBuilder page, string name, string labels, double value)
    {
        page.Append(name);
        if (labels.Length > 0)
        {
            page.Append('{').Append(labels).Append('}');
        }

        page.Append(CultureInfo.InvariantCulture, $" {value}\n");
    }
}
