using System;

namespace Pix2Pix.Realtime.Unity.Interop
{
    /// <summary>A failure of the C library; its message is the library's own sentence.</summary>
    public sealed class Pix2PixException : Exception
    {
        public Pix2PixException(P2pStatus status, string message) : base(message)
        {
            Status = status;
        }

        public P2pStatus Status { get; }
    }
}
