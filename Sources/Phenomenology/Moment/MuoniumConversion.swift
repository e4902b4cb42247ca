import NumericalMethods
import Reference

/// The conversion of muonium to antimuonium, μ⁺e⁻ → μ⁻e⁺, by a boson that turns a muon into an electron:
/// L = g Z_α μ̄γ^αe + h.c. or g φ μ̄e + h.c., with a real g.
///
/// A state that decays with the width Γ and is joined to its partner by the matrix element h, at a distance Δ of their
/// energies, has converted when it decays with the probability
///
///     P = 2h²/(Γ² + Δ² + 4h²).
///
/// From the Lagrangian, with the leptons at rest, a lepton line annihilates (momentum transfer M = m_μ + m_e) or turns
/// over (m_μ − m_e). Between spin states, 1 is the singlet and 3 the triplet, in units of g²|ψ(0)|²:
///
///     vector   h₁ = −1/m²,   h₃ = −1/m² − 2/(m² − M²)
///     scalar   h₁ = h₃ = −1/(m² − (m_μ−m_e)²)
///
/// The vector's 1/m² has no pole: the longitudinal part, which the current of unequal masses feeds, cancels it. The muonium of
/// the experiment is unpolarised and in a magnetic field, in which spins along the field hardly convert (Δ ≫ Γ) and
/// the two other states mix. ``Formula/published`` is what the numbers of Dev2020 (eqs. 3.6–3.7) follow from: one
/// h = 2g²|ψ(0)|²/|m² − M²| for every state, and no field.
public struct MuoniumConversion: Codable, Hashable, Sendable {
    public enum Mediator: String, Codable, Hashable, Sendable, CaseIterable {
        case vector
        case scalar
    }

    public enum Formula: String, Codable, Hashable, Sendable, CaseIterable {
        case published
        case derived
    }

    public var mediator: Mediator
    public var formula: Formula
    /// Tesla; of no effect on the published formula.
    public var magneticField: Double
    public var maximumProbability: Double
    public var muonium: Muonium

    /// P < 8.2·10⁻¹¹ at 90 % C.L. in 0.1 T (Willmann1999).
    public static let maximumProbability = 8.2e-11
    /// The field of that experiment, in tesla.
    public static let magneticField = 0.1

    public init(
        _ mediator: Mediator, formula: Formula, magneticField: Double = Self.magneticField,
        maximumProbability: Double = Self.maximumProbability, inputs: ParticleInputs = .standard
    ) {
        self.mediator = mediator
        self.formula = formula
        self.magneticField = magneticField
        self.maximumProbability = maximumProbability
        muonium = Muonium(inputs: inputs)
    }

    /// m_μ − m_e in GeV, below which the muon decays to an electron and the boson: its lifetime then says more.
    public static func smallestMass(inputs: ParticleInputs = .standard) -> Double {
        inputs.muonMass - inputs.electronMass
    }

    /// The largest h that the limit allows for one state without a field: Γ √(P/2), to first order in P. GeV.
    public var largestMatrixElement: Double {
        Muonium.muonWidth * (maximumProbability / (2 - 4 * maximumProbability)).squareRoot()
    }

    /// Whether a boson of mass `mass` (GeV) is on its mass shell in muonium, where perturbation theory of h fails.
    package func isPole(mass: Double) -> Bool { mass == pole }

    /// The mass (GeV) at which h is infinite.
    private var pole: Double {
        formula == .derived && mediator == .scalar ? Self.smallestMass(inputs: muonium.inputs) : muonium.mass
    }

    /// h of the singlet and the triplet at unit coupling, GeV; both positive for the published formula.
    /// - Throws: ``MuoniumError`` at a pole.
    public func matrixElements(mass: Double) throws -> (singlet: Double, triplet: Double) {
        guard mass > 0, mass.isFinite else { throw MuoniumError.invalidMass(mass) }
        let density = muonium.densityAtOrigin
        let sum = muonium.mass
        let difference = Self.smallestMass(inputs: muonium.inputs)
        func inverse(_ momentum: Double) throws -> Double {
            guard mass != momentum else { throw MuoniumError.pole(mass) }
            return density / ((mass - momentum) * (mass + momentum))
        }
        switch (formula, mediator) {
        case (.published, _):
            let h = try 2 * inverse(sum).magnitude
            return (h, h)
        case (.derived, .scalar):
            let h = try -inverse(difference)
            return (h, h)
        case (.derived, .vector):
            let contact = density / (mass * mass)
            return (-contact, try -contact - 2 * inverse(sum))
        }
    }

    /// P of unpolarised muonium for a boson of mass `mass` (GeV) and coupling `coupling`.
    /// - Throws: ``MuoniumError``.
    public func probability(mass: Double, coupling: Double) throws -> Double {
        guard coupling.isFinite else { throw MuoniumError.invalidCoupling(coupling) }
        let square = coupling * coupling
        let width = Muonium.muonWidth
        return try states(mass: mass).reduce(0) { sum, state in
            let h = square * state.matrixElement
            return sum + state.weight * 2 * h * h
                / (width * width + state.distance * state.distance + 4 * h * h)
        }
    }

    /// The coupling at which P reaches the limit. h² ≪ Γ², as P is small.
    ///
    /// The error is that of rounding; corrections to the wave function are parts in 10³. Nil where no coupling converts
    /// (h vanishes for every state).
    /// - Throws: ``MuoniumError``.
    public func limit(mass: Double) throws -> Estimate? {
        let width = Muonium.muonWidth
        // P = a g⁴ to first order; the next is 4 h²/Γ² ≈ 2P.
        let slope = try states(mass: mass).reduce(0) { sum, state in
            sum + state.weight * 2 * state.matrixElement * state.matrixElement
                / (width * width + state.distance * state.distance)
        }
        guard slope > 0, slope.isFinite else { return nil }
        var coupling = (maximumProbability / slope).squareRoot().squareRoot()
        for _ in 0..<3 {
            let found = try probability(mass: mass, coupling: coupling)
            coupling *= (maximumProbability / found).squareRoot().squareRoot()
        }
        // Next to a pole the rounding of the difference of the masses counts.
        let nearest = (mass - pole).magnitude
        return .closedForm(coupling, operations: 64 + mass / nearest)
    }

    private func states(mass: Double) throws -> [MuoniumState] {
        let (singlet, triplet) = try matrixElements(mass: mass)
        guard formula == .derived else { return [MuoniumState(weight: 1, matrixElement: triplet, distance: 0)] }
        return muonium.states(singlet: singlet, triplet: triplet, magneticField: magneticField)
    }
}

/// A state, how much of the unpolarised muonium is in it, its matrix element, and its distance to its partner. GeV.
struct MuoniumState {
    var weight: Double
    var matrixElement: Double
    var distance: Double
}

extension Muonium {
    /// The states in a magnetic field (tesla) of an interaction between singlets and between triplets.
    func states(singlet: Double, triplet: Double, magneticField: Double) -> [MuoniumState] {
        let x = mixingRatio(magneticField: magneticField)
        let cosine = 1 / (1 + x * x).squareRoot()
        let mean = 0.5 * (triplet + singlet)
        let half = 0.5 * (triplet - singlet) * cosine
        return [
            MuoniumState(
                weight: 0.5, matrixElement: triplet, distance: antimuoniumDistance(magneticField: magneticField)),
            MuoniumState(weight: 0.25, matrixElement: mean + half, distance: 0),
            MuoniumState(weight: 0.25, matrixElement: mean - half, distance: 0),
        ]
    }

    /// The largest G/G_F of the interaction (G/√2) [μ̄γ^α(1−γ₅)e]² + h.c., in which experiments state their result.
    ///
    /// By Fierz's identity it has h = ±(8/√2) G|ψ(0)|² for the singlet and the triplet, to first order in P.
    public func contactLimit(
        maximumProbability: Double = MuoniumConversion.maximumProbability,
        magneticField: Double = MuoniumConversion.magneticField
    ) -> Estimate {
        let h = 8 / 2.0.squareRoot() * inputs.fermiConstant * densityAtOrigin
        let slope = states(singlet: h, triplet: -h, magneticField: magneticField).reduce(0) { sum, state in
            sum + state.weight * 2 * state.matrixElement * state.matrixElement
                / (Self.muonWidth * Self.muonWidth + state.distance * state.distance)
        }
        return .closedForm((maximumProbability / slope).squareRoot())
    }
}

/// Arguments for which the conversion is not defined.
public enum MuoniumError: Error, Equatable, CustomStringConvertible {
    /// GeV.
    case invalidMass(Double)
    case invalidCoupling(Double)
    case pole(Double)

    public var description: String {
        switch self {
        case .invalidMass(let mass): "a boson mass of \(mass) GeV is not possible: give a finite mass above zero"
        case .invalidCoupling(let coupling): "a coupling of \(coupling) is not possible: give a finite number"
        case .pole(let mass):
            "at \(mass) GeV the boson is on its mass shell in muonium and the formula has a pole: give another mass"
        }
    }
}
