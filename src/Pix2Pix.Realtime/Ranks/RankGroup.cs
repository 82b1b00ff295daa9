using System.Globalization;

namespace Pix2Pix.Realtime.Ranks;

/// <summary>Finds out which ranks this process belongs to. Any thread, once a process.</summary>
internal static class RankGroup
{
    /// <summary>Whether Open MPI's launcher started this process, be it as the only rank.</summary>
    public static bool IsLaunched => Number("OMPI_COMM_WORLD_SIZE") is not null;

    /// <summary>Meets the other ranks where <c>mpirun</c> started several; else this process works alone, and MPI is not even looked for.</summary>
    /// <exception cref="UserException">Open MPI's library is missing, or another MPI started this process.</exception>
    public static IRanks Join()
    {
        if (Number("OMPI_COMM_WORLD_SIZE") is > 1)
        {
            return MpiRanks.Join(Number("OMPI_COMM_WORLD_LOCAL_RANK") ?? 0, Number("OMPI_COMM_WORLD_LOCAL_SIZE") ?? 1);
        }

        // Each of another MPI's processes would take itself for the only one, and all would write into one folder.
        return !IsLaunched && Number("PMI_SIZE") is > 1 and var others
            ? throw new UserException($"Expected Open MPI's mpirun as the launcher, found another one that started {others} processes (PMI_SIZE is set); use the mpirun of the package openmpi-bin.")
            : OneProcess.Instance;
    }

    private static int? Number(string variable) => int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : null;
}
