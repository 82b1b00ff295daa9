namespace Pix2Pix.Realtime.App.Tests.Hosts;

/// <summary>The tests by Wine share one machine and run one after the other; it is made with the first that needs it.</summary>
[CollectionDefinition(Name, DisableParallelization = false)]
public sealed class WineCollection : ICollectionFixture<WineLease>
{
    public const string Name = "wine";
}
