namespace Clipyard.Server.Events;

/// <summary>Hears of events once their transaction is committed, in this process. Must neither block nor throw.</summary>
internal interface ICommitObserver
{
    void Committed(LoggedEvent logged);
}
