using Pix2Pix.Realtime.Rendering.Passes;

namespace Pix2Pix.Realtime.App.Live.Frame;

/// <summary>How a workspace looks, to see whether it looks different from before.</summary>
internal readonly record struct WorkspaceLook(WorkspaceAreas Areas, ViewTransform Canvas, ViewTransform Translation, ViewMode Mode, bool IsBlack);
