import BuildGraph

extension BuildPlan {
    /// What a build would do, for people: a line for each node that would or may run, for each file that would change,
    /// and a summary.
    public var plainText: String {
        var lines: [String] = []
        // A node that takes another's result runs nothing: it counts as up to date.
        var (certain, possible, failing) = (0, 0, 0)
        for node in nodes {
            switch node.outlook {
            case .input, .cached: continue
            case .follows: break
            case .runs: certain += 1
            case .mayRun, .mayRunAgain: possible += 1
            case .fails: failing += 1
            }
            lines.append("\(node.name) \(node.sentence)")
        }
        for file in files {
            switch file.outlook {
            case .unchanged: continue
            case .written: lines.append("\(file.path) would be written")
            case .unknown: lines.append("\(file.path) may change")
            }
        }
        let files = self.files.count { $0.outlook != .unchanged }
        let seconds = nodes.reduce(0) { sum, node in
            switch node.outlook {
            case .runs, .mayRun, .mayRunAgain: sum + (node.lastSeconds ?? 0)
            case .input, .cached, .follows, .fails: sum
            }
        }
        let time = seconds > 0 ? "; the recorded runs of these took \(duration(seconds))" : ""
        let failures = failing > 0 ? ", \(failing) cannot" : ""
        lines.append(
            "nothing was run: \(certain) would run, \(possible) may run\(failures), "
                + "\(nodes.count - certain - possible - failing) are up to date; \(files) of \(self.files.count) files "
                + "may change\(time)")
        return lines.joined(separator: "\n") + "\n"
    }
}
