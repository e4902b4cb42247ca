/// The version of paperbuild: that of the tag that a paper depends on.
public enum PaperbuildVersion {
    /// Three numbers.
    public static let current = "0.2.0"
}
