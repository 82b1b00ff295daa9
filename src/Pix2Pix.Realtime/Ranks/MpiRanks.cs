namespace Pix2Pix.Realtime.Ranks;

/// <summary>The ranks that Open MPI's <c>mpirun</c> started.</summary>
internal sealed unsafe class MpiRanks : IRanks
{
    private readonly OpenMpi _mpi;
    private readonly string[] _hosts;

    private MpiRanks(OpenMpi mpi, int localRank, int localCount)
    {
        (_mpi, LocalRank, LocalCount) = (mpi, localRank, localCount);
        _hosts = this.GatherText(Environment.MachineName);
    }

    public int Rank => _mpi.Rank;

    public int Count => _mpi.Count;

    public int LocalRank { get; }

    public int LocalCount { get; }

    /// <param name="localRank">This process's number on its machine, from 0.</param>
    /// <param name="localCount">How many there are on it.</param>
    /// <exception cref="UserException">Open MPI's library is missing.</exception>
    public static MpiRanks Join(int localRank, int localCount) => new(OpenMpi.Start(), localRank, localCount);

    public string NameOf(int rank) => $"rank {rank} on {_hosts[rank]}";

    public void Sum(Span<double> values)
    {
        fixed (double* first = values)
        {
            Await(_mpi.BeginSum(first, values.Length));
        }
    }

    public void Sum(float* values, int count) => _mpi.Sum(values, count);

    public void Share(Span<byte> bytes, int from = 0)
    {
        fixed (byte* first = bytes)
        {
            Await(_mpi.BeginShare(first, bytes.Length, from));
        }
    }

    public void Leave() => _mpi.Finish();

    /// <summary>Others may be long: rank 0 validates and saves alone. MPI's own wait would keep a core busy that they could use.</summary>
    private void Await(void* request)
    {
        var wait = new SpinWait();
        while (!_mpi.IsDone(ref request))
        {
            wait.SpinOnce();
        }
    }
}
