/// What a node that starts other programs has beside its result, for those who run it. Nothing of it is in a key.
package struct NodeTool: Sendable {
    package var demand: NodeDemand
    /// Files and folders that it may open undeclared, as something else in its key stands for them. Asked when it runs.
    package var mayOpen: @Sendable () -> [String]
    /// Lays out in an empty folder, from the bytes of the inputs, what the node's program gets.
    package var layOut: (@Sendable ([[UInt8]], String) throws -> Workbench)?

    package init(
        demand: NodeDemand = NodeDemand(), mayOpen: @escaping @Sendable () -> [String] = { [] },
        layOut: (@Sendable ([[UInt8]], String) throws -> Workbench)? = nil
    ) {
        self.demand = demand
        self.mayOpen = mayOpen
        self.layOut = layOut
    }
}

/// What a node takes of the machine while it runs. One that takes more than there is runs alone.
package struct NodeDemand: Sendable, Hashable {
    /// Counts as so many nodes.
    package var cores: Int
    /// Bytes.
    package var memory: Int

    package init(cores: Int = 1, memory: Int = 0) {
        self.cores = max(1, cores)
        self.memory = max(0, memory)
    }
}

/// A folder in which a program can be run by hand as its node runs it.
package struct Workbench: Sendable {
    /// Where it is run.
    package var folder: String
    package var environment: [String: String]
    /// The program's file and its arguments.
    package var command: [String]

    package init(folder: String, environment: [String: String], command: [String]) {
        self.folder = folder
        self.environment = environment
        self.command = command
    }
}
