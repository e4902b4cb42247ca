/// In what order the nodes of a graph are looked up and run.
///
/// Knows positions and who waits for whom; no store, no key, no result and no process. Others look nodes up and run
/// them, and tell here how that ended.
struct Scheduler: Sendable {
    enum Phase: Sendable {
        /// For its inputs, or for its look-up.
        case waiting
        /// For its run, or for that of another node that gives its result.
        case queued
        case running
        case done
        case failed
        /// Something upstream failed.
        case skipped
    }

    private let consumers: [[Int]]
    private var phases: [Phase]
    private var missingInputs: [Int]
    /// Whether those who use the node know that it is done.
    private var isAnnounced: [Bool]
    private var work = WorkList()
    private var ready = ReadyQueue()
    /// Runs that have not ended.
    private var running = 0
    /// What nodes take that are not like most: by their positions.
    private let demands: [Int: NodeDemand]
    /// What those that run take together.
    private var taken = NodeDemand.none
    /// The machine's, in bytes.
    private let memory: Int
    /// Nodes that someone else runs.
    private var elsewhere = 0

    /// Nodes without inputs are to be looked up first.
    init(_ graph: Graph, memory: Int = PhysicalMemory.bytes) {
        self.memory = memory
        var demands: [Int: NodeDemand] = [:]
        for (position, node) in graph.nodes.enumerated() {
            if let demand = node.core.tool?.demand, demand != NodeDemand() { demands[position] = demand }
        }
        self.demands = demands
        consumers = graph.consumers
        phases = Array(repeating: .waiting, count: graph.nodes.count)
        isAnnounced = Array(repeating: false, count: graph.nodes.count)
        missingInputs = graph.inputs.map { inputs in
            // A set only where it is worth its cost.
            inputs.count < 2 ? inputs.count : inputs.count == 2 ? (inputs[0] == inputs[1] ? 1 : 2) : Set(inputs).count
        }
        for position in graph.nodes.indices where graph.inputs[position].isEmpty { work.append(position) }
    }

    subscript(position: Int) -> Phase { phases[position] }
}

/// Look-ups.
extension Scheduler {
    var hasLookUps: Bool { !work.isEmpty }

    /// The nodes to look up, in order; all of their inputs are known.
    var lookUps: ArraySlice<Int> { work.waiting }

    mutating func nextLookUp() -> Int? { work.next() }

    /// A node is to be looked up again, after those that wait.
    mutating func lookUp(_ position: Int) { work.append(position) }

    /// A node is to be looked up again when someone asks for it: ``lookUp(_:)``.
    mutating func hold(_ position: Int) { phases[position] = .waiting }
}

/// Runs.
extension Scheduler {
    /// A node has to run.
    mutating func enqueue(_ position: Int) {
        phases[position] = .queued
        ready.insert(position)
    }

    /// A node waits for the run of another that gives its result.
    mutating func follow(_ position: Int) { phases[position] = .queued }

    /// The next node to run, the first in topological order, while those that run leave as many of a number of cores, and as
    /// much memory, as it takes. One that waits for these is not passed by others, which could go on for ever; where nothing
    /// runs it always may.
    mutating func nextRun(atMost width: Int) -> Int? {
        guard let first = ready.first else { return nil }
        let demand = demand(of: first)
        let hasRoom =
            taken.cores <= width - min(demand.cores, width)
            && (demand.memory == 0 || taken.memory <= memory - demand.memory)
        return running == 0 || hasRoom ? ready.next() : nil
    }

    mutating func begin(_ position: Int) {
        phases[position] = .running
        running += 1
        taken.add(demand(of: position), 1)
    }

    mutating func end(_ position: Int) {
        running -= 1
        taken.add(demand(of: position), -1)
    }

    private func demand(of position: Int) -> NodeDemand {
        demands.isEmpty ? NodeDemand() : demands[position] ?? NodeDemand()
    }

    /// Someone else runs the node.
    mutating func beginElsewhere() { elsewhere += 1 }

    mutating func endElsewhere() { elsewhere -= 1 }

    /// Nothing more is to be run.
    mutating func dropRuns() { ready.removeAll() }

    /// Whether nothing goes on that has to be waited for; what others run needs no waiting when the build stops.
    func isOver(stopping: Bool) -> Bool { running == 0 && (elsewhere == 0 || stopping) }
}

/// Ends.
extension Scheduler {
    /// A node's result is known: those that have all of their inputs now are to be looked up.
    mutating func succeed(_ position: Int) {
        phases[position] = .done
        guard !isAnnounced[position] else { return }
        isAnnounced[position] = true
        for consumer in consumers[position] {
            missingInputs[consumer] -= 1
            if missingInputs[consumer] == 0, phases[consumer] == .waiting { work.append(consumer) }
        }
    }

    /// A node has no result: what is downstream is skipped.
    mutating func fail(_ position: Int) {
        phases[position] = .failed
        var skipped = consumers[position]
        while let next = skipped.popLast() {
            guard phases[next] == .waiting else { continue }
            phases[next] = .skipped
            skipped += consumers[next]
        }
    }
}

extension NodeDemand {
    /// Of no node.
    fileprivate static var none: NodeDemand {
        var demand = NodeDemand()
        demand.cores = 0
        return demand
    }

    fileprivate mutating func add(_ other: NodeDemand, _ sign: Int) {
        cores += sign * other.cores
        memory += sign * other.memory
    }
}
