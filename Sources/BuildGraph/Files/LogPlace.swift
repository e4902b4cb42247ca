import ContentHash

/// Where the logs of a node are in the folder of all logs.
package enum LogPlace {
    /// The path of a log: inside the folder whatever the node's name, and no longer than file systems take.
    package static func path(of node: String, ending: String = ".log") -> String {
        let components = (node + ending).split(separator: "/", omittingEmptySubsequences: false).map { part in
            switch part {
            case "", ".", "..": return "_" + part
            case _ where part.utf8.count > 200:
                return part.prefix(40) + "-" + String(ContentDigest(of: String(part)).hex.prefix(16)) + ending
            default: return String(part)
            }
        }
        return components.joined(separator: "/")
    }
}
