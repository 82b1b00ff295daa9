namespace Pix2Pix.Realtime.Rendering.Generator;

/// <summary>A planned layer with its weights and programs on the card. GL thread.</summary>
internal interface ICardLayer : IDisposable
{
    string Name { get; }

    /// <summary>Multiplications and additions of one run.</summary>
    long Operations { get; }

    /// <summary>Bytes that one run must read and write at least: weights, input and output once each.</summary>
    long Bytes { get; }

    /// <summary>Asks the card to compute it; returns before it has.</summary>
    void Run();
}
