using System.Runtime.InteropServices;
using Pix2Pix.Realtime.Processes;

namespace Pix2Pix.Realtime.Ranks;

/// <summary>
/// The few functions of Open MPI that are used, found by name in the system's library when they are first needed: nothing of MPI comes with this program. A fault inside
/// one of them ends the process, which is MPI's default. Thread contract: one thread at a time.
/// </summary>
internal sealed unsafe class OpenMpi
{
    /// <summary>Calls may come from any thread, one at a time.</summary>
    private const int Serialized = 2;

    /// <summary>Says that the result replaces the values it is made of.</summary>
    private static readonly void* InPlace = (void*)1;

    private readonly delegate* unmanaged<int*, byte***, int, int*, int> _initialise;
    private readonly delegate* unmanaged<int> _finalise;
    private readonly delegate* unmanaged<void*, int*, int> _rank;
    private readonly delegate* unmanaged<void*, int*, int> _size;
    private readonly delegate* unmanaged<void*, void*, int, void*, void*, void*, int> _sum;
    private readonly delegate* unmanaged<void*, void*, int, void*, void*, void*, void**, int> _beginSum;
    private readonly delegate* unmanaged<void*, int, void*, int, void*, void**, int> _beginShare;
    private readonly delegate* unmanaged<void**, int*, void*, int> _test;
    private readonly void* _all;
    private readonly void* _byte;
    private readonly void* _float;
    private readonly void* _double;
    private readonly void* _add;

    private OpenMpi(nint library)
    {
        _initialise = (delegate* unmanaged<int*, byte***, int, int*, int>)Export("MPI_Init_thread");
        _finalise = (delegate* unmanaged<int>)Export("MPI_Finalize");
        _rank = (delegate* unmanaged<void*, int*, int>)Export("MPI_Comm_rank");
        _size = (delegate* unmanaged<void*, int*, int>)Export("MPI_Comm_size");
        _sum = (delegate* unmanaged<void*, void*, int, void*, void*, void*, int>)Export("MPI_Allreduce");
        _beginSum = (delegate* unmanaged<void*, void*, int, void*, void*, void*, void**, int>)Export("MPI_Iallreduce");
        _beginShare = (delegate* unmanaged<void*, int, void*, int, void*, void**, int>)Export("MPI_Ibcast");
        _test = (delegate* unmanaged<void**, int*, void*, int>)Export("MPI_Test");

        // In Open MPI a handle is the address of an object that the library exports.
        _all = (void*)Export("ompi_mpi_comm_world");
        _byte = (void*)Export("ompi_mpi_byte");
        _float = (void*)Export("ompi_mpi_float");
        _double = (void*)Export("ompi_mpi_double");
        _add = (void*)Export("ompi_mpi_op_sum");

        nint Export(string name) => NativeLibrary.GetExport(library, name);
    }

    private static string LibraryName => OperatingSystem.IsMacOS() ? "libmpi.40.dylib" : "libmpi.so.40";

    public int Rank { get; private set; }

    public int Count { get; private set; }

    /// <summary>Loads the library and meets the other processes.</summary>
    /// <exception cref="UserException">There is no such library, or it is another MPI's.</exception>
    public static OpenMpi Start()
    {
        if (!NativeLibrary.TryLoad(LibraryName, out var library))
        {
            throw new UserException($"Expected Open MPI's library {LibraryName} for more than one rank, found none; {InstallHint.Of("openmpi-bin", "use Linux or macOS")}.");
        }

        try
        {
            var mpi = new OpenMpi(library);
            mpi.Initialise();
            return mpi;
        }
        catch (EntryPointNotFoundException fault)
        {
            throw new UserException($"Expected Open MPI's library as {LibraryName}, found another one ({fault.Message}); {InstallHint.Of("openmpi-bin", "use Linux or macOS")}.", fault);
        }
    }

    public void Sum(float* values, int count) => _ = _sum(InPlace, values, count, _float, _add, _all);

    /// <summary>Begins a sum; the values must not move until <see cref="IsDone"/>.</summary>
    public void* BeginSum(double* values, int count)
    {
        void* request;
        _ = _beginSum(InPlace, values, count, _double, _add, _all, &request);
        return request;
    }

    /// <summary>Begins to overwrite bytes by those of one rank; they must not move until <see cref="IsDone"/>.</summary>
    public void* BeginShare(byte* bytes, int count, int from)
    {
        void* request;
        _ = _beginShare(bytes, count, _byte, from, _all, &request);
        return request;
    }

    /// <summary>Whether something that was begun is over; it is not asked for again afterwards.</summary>
    public bool IsDone(ref void* request)
    {
        int done;
        fixed (void** place = &request)
        {
            _ = _test(place, &done, null);
        }

        return done != 0;
    }

    public void Finish() => _ = _finalise();

    private void Initialise()
    {
        // Open MPI would take the signals over by which .NET hears of a null reference.
        NativeEnvironment.SetDefault("OMPI_MCA_opal_signal", "");
        int provided, rank, count;
        _ = _initialise(null, null, Serialized, &provided);
        _ = _rank(_all, &rank);
        _ = _size(_all, &count);
        (Rank, Count) = (rank, count);
    }
}
