namespace Pix2Pix.Realtime.Tests;

public sealed class FaultTextTests
{
    [Fact]
    public void Of_faults_that_happened_side_by_side_the_first_is_said() => Assert.Equal(
        "no room",
        FaultText.Of(new AggregateException(new AggregateException(new IOException("no room")), new IOException("no room either")), verbose: false));
}
