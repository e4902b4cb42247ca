/// A pure function with its parameters: what a node of the graph runs.
///
/// The stored properties are the parameters; they enter the key by their canonical encoding. The input is the
/// unlabelled tuple of the upstream nodes' results (`()` for none, the bare value for one). Equal parameters and
/// equal inputs must give equal outputs: no clock, no environment, no undeclared file, no random seed that is not a
/// parameter. The type must be neither `private` nor local to a function, as its name is part of the key.
public protocol Computation<Input, Output>: Codable, Sendable {
    /// What the upstream nodes give: `()` for none, the bare value for one, a tuple without labels for several.
    associatedtype Input: Sendable
    /// What it makes. It is stored, so that it must be `Codable`:
    /// a tuple is not; return a `Codable` struct with the same properties.
    associatedtype Output: Codable & Sendable

    /// The result of the parameters and the input, and of nothing else.
    ///
    /// - Parameter input: the results of the upstream nodes.
    /// - Throws: whatever makes a result impossible; the build names the node and shows the error's description. A
    ///   failure is not kept.
    func compute(_ input: Input) throws -> Output
}
