import Synchronization

/// How much finer than they need be all rules are made: twice the order or density, for a test that errors cover the
/// difference.
///
/// It belongs to the task that a test runs in, so that tests side by side do not see it, and nothing but a test can set it:
/// the value is one in every program, and therefore no undeclared input of a result. An argument of every solver instead
/// would have to pass through each computation, whose key it would then enter.
public enum Refinement {
    @TaskLocal private static var ofThisTask = 1
    /// Inner loops ask: a look at the task's values would cost them more than what they compute.
    private static let isUsed = Atomic<Bool>(false)

    /// By which orders and numbers of points are multiplied.
    public static var factor: Int { isUsed.load(ordering: .relaxed) ? ofThisTask : 1 }

    /// Runs a function of a test with finer rules.
    static func with<Result>(factor: Int, _ body: () throws -> Result) rethrows -> Result {
        isUsed.store(true, ordering: .relaxed)
        return try $ofThisTask.withValue(factor, operation: body)
    }
}
