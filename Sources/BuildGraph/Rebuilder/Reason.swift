/// Why a node ran, or would run.
public enum Reason: Codable, Sendable, Hashable {
    /// No run of a node of this name is recorded.
    case neverBuilt
    /// Another computation stands under the name now.
    case typeChanged(from: String, to: String)
    /// A parameter changed; the values as JSON text, nil where the parameter did not exist.
    case parameterChanged(name: String, from: String?, to: String?)
    /// The code of a module changed; `through` is the computation's own module when another one changed.
    case codeChanged(module: String, through: String?)
    /// The compiler changed.
    case toolchainChanged(from: String, to: String)
    /// The processor, the C library or the system changed.
    case platformChanged(from: String, to: String)
    /// The content of an input changed.
    case inputChanged(name: String)
    /// The node has other inputs than before.
    case inputsRearranged
    /// The same key was run before, but its record is gone or unreadable.
    case recordLost
    /// The record is there, but the result is missing from the store.
    case resultMissing
    /// The record is there, but the result is damaged.
    case resultDamaged

    /// The reason as a sentence without a full stop.
    public var sentence: String {
        switch self {
        case .neverBuilt: "never built"
        case .typeChanged(let from, let to): "computation changed from \(from) to \(to)"
        case .parameterChanged(let name, let from?, let to?): "parameter \(name) changed from \(from) to \(to)"
        case .parameterChanged(let name, nil, let to): "parameter \(name) is new: \(to ?? "no value")"
        case .parameterChanged(let name, let from?, nil): "parameter \(name) is gone; it was \(from)"
        case .codeChanged(let module, nil): "code of module \(module) changed"
        case .codeChanged(let module, let through?): "code of module \(module) changed, which \(through) uses"
        case .toolchainChanged(let from, let to): "compiler changed from \(from) to \(to)"
        case .platformChanged(let from, let to): "platform changed from \(from) to \(to)"
        case .inputChanged(let name): "content of input \(name) changed"
        case .inputsRearranged: "inputs were added, removed or reordered"
        case .recordLost: "record of the last run is missing or damaged"
        case .resultMissing: "result is missing from the cache"
        case .resultDamaged: "result in the cache is damaged"
        }
    }
}
