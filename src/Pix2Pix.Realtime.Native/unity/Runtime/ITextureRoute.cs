using System;
using UnityEngine;

namespace Pix2Pix.Realtime.Unity
{
    /// <summary>A way for pictures between Unity's textures and the library. Main thread.</summary>
    internal interface ITextureRoute : IDisposable
    {
        /// <summary>Hands the input over and fetches the newest output, once a frame, without waiting.</summary>
        /// <returns>Null, or a sentence on what failed since the last call.</returns>
        string Run(RenderTexture input, RenderTexture output);
    }
}
