namespace Pix2Pix.Realtime;

/// <summary>
/// A fault that the user at the program can mend. Its message is one sentence in plain words: what was expected, what was
/// found and what to do next. Programs print it as it is, without a stack trace, and end with exit code 1.
/// </summary>
public class UserException : Exception
{
    public UserException(string message) : base(message) { }

    public UserException(string message, Exception inner) : base(message, inner) { }
}
