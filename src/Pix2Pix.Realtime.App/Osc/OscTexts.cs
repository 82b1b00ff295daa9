using System.Net;

namespace Pix2Pix.Realtime.App.Osc;

/// <summary>Texts about OSC's port, files and packets.</summary>
internal static class OscTexts
{
    public static string NoFolder(string folder) => $"Expected a folder for --osc-files, found none at '{folder}'; make it first, or name another.";
    public static string PortTaken(int port, IPAddress address, string message) => $"Expected a free UDP port {port} on {address} for OSC, found none ({message}); choose another with --osc ADDRESS:PORT, or use --osc off.";
    public static string InvalidPacket(int bytes, string fault) => $"Invalid OSC packet of {bytes} bytes: {fault}.";
    public static string TooDeep(int most) => $"expected at most {most} nested bundles, found one more";
    public static string ShortTime(int wanted, int found) => $"expected a bundle's time of {wanted} bytes, found {found}";
    public static string LongElement(int left) => $"expected a bundle's element that fits into the {left} bytes left, found a longer one";
    public const string NoAddress = "expected an address that begins with '/', found none";
    public static string NoTypes(string address) => $"expected the types of {address}'s arguments, such as ',f', found none";
    public static string UnknownTypes(string address, string types, int bytes) => $"expected a number, a switch or text for {address}, found the types '{types}' and {bytes} bytes";
}
