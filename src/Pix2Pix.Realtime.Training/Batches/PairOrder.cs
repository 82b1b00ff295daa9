using Pix2Pix.Realtime.Training.Schedules;

namespace Pix2Pix.Realtime.Training.Batches;

/// <summary>Which pairs a step sees: every epoch another shuffle, a pure function of the seed, so that a resumed run continues where it stopped.</summary>
/// <remarks>Batches run on over the end of an epoch, so all are full and none is dropped. Thread contract: one thread at a time.</remarks>
/// <param name="seed">The run's.</param>
/// <param name="count">How many pairs there are.</param>
/// <param name="batchSize">Pairs of a step and rank.</param>
/// <param name="share">Whose pairs of a step these are, and where the order goes on.</param>
internal sealed class PairOrder(ulong seed, int count, int batchSize, OrderShare share)
{
    private readonly int[] _order = new int[count];
    private long _epoch = -1;

    /// <summary>The pairs of a step, each with the seed of its augmentation.</summary>
    /// <param name="step">Not before the one that the share begins with.</param>
    public (int Index, ulong? Augmentation)[] At(long step)
    {
        var pairs = new (int, ulong?)[batchSize];
        var first = share.FirstDraw + ((((step - share.FirstStep) * share.Ranks) + share.Rank) * batchSize);
        for (var i = 0; i < batchSize; i++)
        {
            var draw = first + i;
            Shuffle(draw / count);
            pairs[i] = (_order[draw % count], new StepRandom(seed, draw).Bits(RandomPurpose.Augmentation));
        }

        return pairs;
    }

    /// <summary>Fisher and Yates' shuffle.</summary>
    private void Shuffle(long epoch)
    {
        if (epoch == _epoch)
        {
            return;
        }

        _epoch = epoch;
        for (var i = 0; i < count; i++)
        {
            _order[i] = i;
        }

        for (var i = count - 1; i > 0; i--)
        {
            var other = (int)(new StepRandom(seed, (epoch * count) + i).Bits(RandomPurpose.Order) % (ulong)(i + 1));
            (_order[i], _order[other]) = (_order[other], _order[i]);
        }
    }
}
