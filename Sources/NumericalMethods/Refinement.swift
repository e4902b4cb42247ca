/// How much finer than they need be all rules are made: twice the order or density, for a test that errors cover the
/// difference.
///
/// It belongs to the task that a test runs in, so that tests side by side do not see it, and nothing but a test can set it:
/// the value is one in every program, and therefore no undeclared input of a result. An argument of every solver instead
/// would have to pass through each computation, whose key it would then enter.
public enum Refinement {
    @TaskLocal static var ofThisTask = 1

    /// By which orders and numbers of points are multiplied.
    public static var factor: Int { ofThisTask }
}
