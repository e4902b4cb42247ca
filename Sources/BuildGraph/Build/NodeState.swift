import ContentHash

/// What a build knows of a node; in what phase it is, the ``Scheduler`` knows.
struct NodeState {
    /// As far as the declared inputs give it.
    var key: ContentDigest?
    /// Of a node that discovers inputs: what they are, and the key with them.
    var discovered: Discovered?
    var output: ContentDigest?
    var size: Int?
    var seconds: Double?
    var reason: Reason?
    var hasRun = false
    /// Whether the key is known to be the last one of the node's name.
    var isNoted = false
    /// How often its lost bytes were to be made again.
    var attempts = 0
    /// Those who need its bytes, which are lost.
    var waiters: [Waiter] = []

    struct Discovered {
        var key: ContentDigest
        var inputs: [ActionRecord.Input]
    }

    /// Someone who needs a result's bytes that turned out to be lost.
    enum Waiter {
        case node(Int)
        case file(Int)
        case value
    }

    /// The key of the result's record.
    var recordKey: ContentDigest? { discovered?.key ?? key }
}
