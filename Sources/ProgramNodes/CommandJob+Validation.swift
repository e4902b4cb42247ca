extension CommandJob {
    /// Finds what is wrong with a declaration.
    func validate(_ name: String, cores: Int, memory: Int) throws {
        var names: Set<String> = []
        let files = inputs.map(\.name) + outputs.outputs.map(\.name)
        for file in files {
            let parts = file.split(separator: "/", omittingEmptySubsequences: false)
            guard !file.isEmpty, !file.utf8.contains(0), parts.allSatisfy({ !["", ".", ".."].contains($0) }) else {
                throw CommandDeclarationError.badName(file, command: name)
            }
            guard names.insert(file).inserted else { throw CommandDeclarationError.doubleName(file, command: name) }
        }
        let written = outputs.outputs.filter { $0.kind != .standardOutput }.map(\.name)
        for case .output(let output) in arguments where !written.contains(output) {
            throw CommandDeclarationError.undeclaredOutput(output, command: name, declared: written)
        }
        guard arguments.contains(.seed) == (seed != nil) else {
            throw CommandDeclarationError.seed(command: name, isGiven: seed != nil)
        }
        for variable in environment.keys.sorted() where ProgramEnvironment.own.contains(variable) {
            throw CommandDeclarationError.ownVariable(variable, command: name)
        }
        if let pattern = place?.progress {
            do { _ = try ProgressReader(pattern) } catch {
                throw CommandDeclarationError.badPattern(pattern, command: name, problem: "\(error)")
            }
        }
        if cores < 1 { throw CommandDeclarationError.badLimit("cores", command: name) }
        if memory < 0 { throw CommandDeclarationError.badLimit("memory", command: name) }
        if let limit = place?.timeLimit, !(limit > 0) {
            throw CommandDeclarationError.badLimit("timeLimit", command: name)
        }
    }
}
