using Clipyard.Sandbox.Official.Wire;

namespace Clipyard.Sandbox.Official.Reports;

/// <summary>Every request that TikTok would refuse for its form, or that only works by luck.</summary>
public sealed class ConformanceReport
{
    private const int Capacity = 10_000;

    private readonly Lock _lock = new();
    private readonly Queue<Finding> _findings = new();

    internal ConformanceReport() { }

    /// <summary>The findings, oldest first; a copy.</summary>
    public IReadOnlyList<Finding> Findings
    {
        get
        {
            lock (_lock)
            {
                return [.. _findings];
            }
        }
    }

    internal void Refused(ApiCall call, string code, string? rule)
    {
        call.Entry.Error = code;
        if (rule is not null)
        {
            Add(new Finding(call.Entry.Sequence, call.Endpoint, FindingKind.Refused, code, rule));
        }
    }

    internal void Lucky(ApiCall call)
    {
        foreach (var rule in call.Luck)
        {
            Add(new Finding(call.Entry.Sequence, call.Endpoint, FindingKind.Luck, Code: null, rule));
        }
    }

    internal void Clear()
    {
        lock (_lock)
        {
            _findings.Clear();
        }
    }

    private void Add(Finding finding)
    {
        lock (_lock)
        {
            _findings.Enqueue(finding);
            if (_findings.Count > Capacity)
            {
                _findings.Dequeue();
            }
        }
    }
}
