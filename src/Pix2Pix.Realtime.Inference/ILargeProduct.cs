namespace Pix2Pix.Realtime.Inference;

/// <summary>A large product of two matrices in one library. Thread contract: one thread at a time.</summary>
internal interface ILargeProduct : IDisposable
{
    /// <summary>The library, the sizes and the threads, for a person.</summary>
    string Name { get; }

    /// <summary>Multiply-adds of one <see cref="Run"/>.</summary>
    double Count { get; }

    /// <summary>One product.</summary>
    void Run();
}
