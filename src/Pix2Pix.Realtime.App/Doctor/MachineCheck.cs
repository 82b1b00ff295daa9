using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using Pix2Pix.Realtime.App.Sources;

namespace Pix2Pix.Realtime.App.Doctor;

/// <summary>Processor, memory and the programs that sources and the clipboard use.</summary>
internal static class MachineCheck
{
    private const double Giga = 1L << 30;

    public static Finding Processor()
    {
        string[] speedUps = [.. Capabilities()];
        var words = speedUps.Length == 0 ? DoctorTexts.NoAvx2 : DoctorTexts.With(string.Join(", ", speedUps));
        return new Finding("CPU", speedUps.Length == 0 ? Verdict.Optional : Verdict.Works, DoctorTexts.Processor(Environment.ProcessorCount, RuntimeInformation.ProcessArchitecture, words));
    }

    public static Finding Memory()
    {
        var total = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / Giga;
        const double Comfortable = 4;
        return total < Comfortable
            ? new Finding("memory", Verdict.Optional, DoctorTexts.LittleMemory(total, Comfortable))
            : new Finding("memory", Verdict.Works, DoctorTexts.Memory(total));
    }

    public static async Task<Finding> FfmpegAsync()
    {
        var answer = await Tool.AnswerAsync("ffmpeg", "-hide_banner", "-version");
        return answer is null
            ? new Finding("ffmpeg", Verdict.Optional, DoctorTexts.NoFfmpeg(FfmpegProcess.Hint))
            : new Finding("ffmpeg", Verdict.Works, answer.Split('\n')[0].Split(" Copyright")[0]);
    }

    public static async Task<Finding> CamerasAsync()
    {
        IReadOnlyList<string> names = OperatingSystem.IsLinux()
            ? [.. CameraDevices.List().Select(one => $"{one.Name} ({one.Device})")]
            : FfmpegDevices.Cameras(await Tool.ComplaintsAsync("ffmpeg", FfmpegDevices.Listing(CaptureSystems.Current)) ?? "");
        return names.Count == 0
            ? new Finding("cameras", Verdict.Optional, DoctorTexts.NoCameras)
            : new Finding("cameras", Verdict.Works, string.Join(", ", names));
    }

    private static IEnumerable<string> Capabilities()
    {
        if (Avx2.IsSupported)
        {
            yield return "AVX2";
        }

        if (Avx512F.IsSupported)
        {
            yield return "AVX-512";
        }

        if (AvxVnni.IsSupported || Avx512Vbmi.IsSupported)
        {
            yield return DoctorTexts.FastInt8;
        }

        if (System.Runtime.Intrinsics.Arm.AdvSimd.IsSupported)
        {
            yield return "NEON";
        }
    }
}
