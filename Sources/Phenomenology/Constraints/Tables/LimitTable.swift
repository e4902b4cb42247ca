import Reference

/// A limit that a reader brings along: points of mass and coupling with the facts that a caption must state.
///
/// Read from a small text file by ``LimitTable/init(bytes:file:assuming:)``.
public struct LimitTable: Codable, Hashable, Sendable {
    /// What the second column means.
    public enum CouplingKind: String, Codable, Hashable, Sendable, CaseIterable {
        /// The gauge coupling g′ of L_μ−L_τ.
        case gaugeCoupling = "g'"
        /// The kinetic mixing ε of a dark photon, which couples to the electromagnetic current with εe.
        case kineticMixing = "epsilon"
        /// ε², as many collections store it; the points of the table hold ε.
        case kineticMixingSquared = "epsilon^2"
    }

    /// How a limit on ε becomes one on g′, by its name in the header.
    public enum Recast: String, Codable, Hashable, Sendable, CaseIterable {
        /// The mixing that the loops of μ and τ induce, at zero momentum transfer.
        case loop

        /// The recast itself.
        public func kineticMixing(inputs: ParticleInputs) -> KineticMixingRecast {
            switch self {
            case .loop: .loopAtZeroMomentum(inputs: inputs)
            }
        }
    }

    /// The unit of the first column.
    public enum MassUnit: String, Codable, Hashable, Sendable, CaseIterable {
        case electronvolt = "eV"
        case kiloelectronvolt = "keV"
        case megaelectronvolt = "MeV"
        case gigaelectronvolt = "GeV"
        case teraelectronvolt = "TeV"

        /// The power of ten of one unit in GeV.
        var exponent: Int {
            switch self {
            case .electronvolt: -9
            case .kiloelectronvolt: -6
            case .megaelectronvolt: -3
            case .gigaelectronvolt: 0
            case .teraelectronvolt: 3
            }
        }
    }

    /// What holds where the file does not say: the two-column files of the field's collections seldom do.
    /// Whatever was assumed is listed in the caption.
    public struct Assumptions: Codable, Hashable, Sendable {
        public var source: String?
        public var confidenceLevel: Double?
        public var massUnit: MassUnit?
        public var coupling: CouplingKind?

        public init(
            source: String? = nil, confidenceLevel: Double? = nil, massUnit: MassUnit? = nil,
            coupling: CouplingKind? = nil
        ) {
            self.source = source
            self.confidenceLevel = confidenceLevel
            self.massUnit = massUnit
            self.coupling = coupling
        }

        /// Every fact must stand in the file.
        public static let none = Assumptions()
    }

    /// For commands and files: lower case, digits and hyphens.
    public var name: String
    /// As written, plain text.
    public var label: String
    /// As written, plain text.
    public var source: String
    /// 0.90, 0.95, …
    public var confidenceLevel: Double
    public var role: Constraint.Role
    /// What ``points`` hold: never ``CouplingKind/kineticMixingSquared``.
    public var coupling: CouplingKind
    /// The recast that the file asks for; nil for a table of g′, and where the file is silent.
    public var recast: Recast?
    /// Ascending in mass (GeV); the coupling is g′ or ε.
    public var points: [LimitPoint]
    /// The line of the file that each point stands on.
    public var lines: [Int]
    /// The header keys that the file left out, with the value that was assumed.
    public var assumed: [Constraint.Input]
    /// The name of the file, for messages.
    public var file: String
}

extension LimitTable {
    /// The limit as a constraint on g′, by the recast that the file names.
    ///
    /// - Throws: ``LimitTableError`` where a table of ε names no recast, or the recast gives no positive coupling.
    public func constraint(inputs: ParticleInputs) throws -> Constraint {
        try constraint(recast: recast?.kineticMixing(inputs: inputs))
    }

    /// The limit as a constraint on g′, with its points joined as those of a publication are.
    ///
    /// - Parameter recast: how a limit on ε becomes one on g′; not asked for a table of g′.
    /// - Throws: ``LimitTableError`` where a table of ε comes without a recast, or the recast gives no positive coupling.
    public func constraint(recast: KineticMixingRecast? = nil) throws -> Constraint {
        var inputs = [Constraint.Input("source", Self.escaped(source))]
        inputs += assumed.map { Constraint.Input("\($0.name)", "\($0.value) (assumed)") }
        var converted = points
        if coupling != .gaugeCoupling {
            guard let recast else {
                throw LimitTableError(
                    problem: .recastMissing, file: file, line: nil, value: nil,
                    reason: "the limit is one on kinetic mixing, and no recast to g' was chosen",
                    remedy:
                        "add a line '# recast: loop' (mixing through the loops of mu and tau, at q^2 = 0) at the top of the file, "
                        + "or give a table of g'")
            }
            for (index, point) in points.enumerated() {
                let value = try recast.coupling(point.mass, point.coupling)
                guard value.isFinite, value > 0 else {
                    throw LimitTableError(
                        problem: .recastFailed, file: file, line: lines[index], value: "\(value)",
                        reason:
                            "the recast of epsilon = \(point.coupling) at \(point.mass) GeV gives no positive coupling",
                        remedy: "leave out the masses at which the recast does not hold")
                }
                converted[index].coupling = value
            }
            inputs.append(Constraint.Input("recast from $\\epsilon$", recast.note))
        }
        return Constraint(
            name: name, label: Self.escaped(label), process: "a table supplied by the reader", kind: .supplied,
            role: role, confidenceLevel: confidenceLevel, sources: [], inputs: inputs,
            boundary: .interpolated(TabulatedBound(points: converted)))
    }

    /// Plain text as TeX.
    static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "\\": result += "\\textbackslash{}"
            case "~": result += "\\textasciitilde{}"
            case "^": result += "\\textasciicircum{}"
            case "&", "%", "$", "#", "_", "{", "}": result += "\\\(character)"
            default: result.append(character)
            }
        }
        return result
    }
}
