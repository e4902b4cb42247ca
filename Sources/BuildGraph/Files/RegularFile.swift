/// Reading files that people name: only what is a file, and no more than a limit.
package enum RegularFile {
    /// The most bytes of an input: far more than any text, table or figure has.
    package static let inputLimit = 64_000_000

    /// A file that cannot be read, or is none.
    package struct Problem: Error, CustomStringConvertible {
        package var path: String
        /// Such as `it is a device, not a file`.
        package var reason: String
        /// Whether there is nothing by that path.
        package var isMissing: Bool

        package var description: String { "\(path) cannot be read: \(reason)" }
    }

    /// The bytes of a file; links are followed.
    ///
    /// - Throws: ``Problem``, also for a folder, a device, a pipe, and where there are more bytes than `limit`.
    package static func bytes(_ path: String, limit: Int = inputLimit) throws(Problem) -> [UInt8] {
        do {
            return try SystemFile.read(path, limit: limit)
        } catch {
            throw Problem(path: path, reason: error.reason, isMissing: error.isMissing)
        }
    }
}
