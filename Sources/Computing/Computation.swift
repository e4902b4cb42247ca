/// A pure function with its parameters: what a node of the graph runs.
///
/// The stored properties are the parameters; they enter the key by their canonical encoding. The input is the
/// unlabelled tuple of the upstream nodes' results (`()` for none, the bare value for one). Equal parameters and
/// equal inputs must give equal outputs: no clock, no environment, no undeclared file, no random seed that is not a
/// parameter. The type must be neither `private` nor local to a function, as its name is part of the key.
public protocol Computation<Input, Output>: Codable, Sendable {
    associatedtype Input: Sendable
    associatedtype Output: Codable & Sendable

    func compute(_ input: Input) throws -> Output
}
