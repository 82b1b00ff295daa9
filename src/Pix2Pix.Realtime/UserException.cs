namespace Pix2Pix.Realtime;

/// <summary>
/// An error that the user can correct. Its message is one sentence: what was expected, what was found and what to do next. Programs print it as it is,
/// without a stack trace, and exit with code 1.
/// </summary>
public class UserException : Exception
{
    /// <summary>A fault that was found here.</summary>
    /// <param name="message">One sentence for the user: what was expected, what was found, what to do next.</param>
    public UserException(string message) : base(message) { }

    /// <summary>A fault that another exception showed.</summary>
    /// <param name="message">One sentence for the user: what was expected, what was found, what to do next.</param>
    /// <param name="inner">For logs and <c>--verbose</c>.</param>
    public UserException(string message, Exception inner) : base(message, inner) { }
}
