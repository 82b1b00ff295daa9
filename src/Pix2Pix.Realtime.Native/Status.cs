namespace Pix2Pix.Realtime.Native;

/// <summary>The header's <c>p2p_status</c>.</summary>
internal enum Status
{
    Ok = 0,
    InvalidArgument = 1,
    InvalidHandle = 2,
    NoGenerator = 3,
    BadGenerator = 4,
    Failed = 5,
    NothingNew = 6,
    NoContext = 7,
    Cancelled = 8,
}
