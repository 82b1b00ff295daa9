using Silk.NET.Core.Contexts;

namespace Pix2Pix.Realtime.Rendering.Windowing;

/// <summary>
/// Asks a driver whether it reset the GPU and gave this context up, by whichever name it knows the question (OpenGL 4.5, or the extensions
/// KHR_robustness and ARB_robustness before). Where it knows none, nothing is ever lost. GL thread.
/// </summary>
internal sealed unsafe class ResetStatus
{
    private static readonly string[] Names = ["glGetGraphicsResetStatus", "glGetGraphicsResetStatusKHR", "glGetGraphicsResetStatusARB"];

    private readonly delegate* unmanaged<int> _ask;

    public ResetStatus(INativeContext context)
    {
        foreach (var name in Names)
        {
            if (_ask is null && context.TryGetProcAddress(name, out var address))
            {
                _ask = (delegate* unmanaged<int>)address;
            }
        }
    }

    public bool IsLost => _ask is not null && _ask() != 0;
}
