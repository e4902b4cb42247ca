import BosonPhysics
import NumericalMethods
import Reference

/// χχ̄ → Z′* → νν̄, μμ, ττ of dark matter of mass m_χ, per (g_χ g′)², away from the resonance.
///
/// With Γ(√s) the width of ``ZPrimeWidths`` at mass √s, and v = 2β_χ in the centre of mass:
///
///     σv = 2 g_χ² √s (1 + 2m_χ²/s) Γ_SM(√s)/(s − m²)²   (Dirac),     σv = 2 g_χ² √s β_χ² Γ_SM(√s)/(s − m²)²   (others)
///
/// At threshold these are σv = [(g_χ g′)² m_χ²/π(4m_χ²−m²)²] B and σv = [(g_χ g′)² m_χ² v²/6π(4m_χ²−m²)²] B, where
/// B = 1 + Σ_{μ,τ}(1 + m_f²/2m_χ²)β_f. The boson's width is neglected: (Γ/m)² against (1 − 4m_χ²/m²)².
public struct DarkMatterAnnihilation: Hashable, Sendable {
    public let kind: DarkMatterKind
    /// m_χ, GeV.
    public let mass: Double
    /// m_Z′, GeV.
    public let mediatorMass: Double
    let inputs: ParticleInputs

    /// The m_χ (GeV) for which the closed forms are meant; a relic density asks for more, ``ThermalTargets/masses``.
    public static let masses = 1e-4...1e3

    /// - Throws: ``CosmologyError`` unless m_χ is in ``masses`` and m_Z′ > 2m_χ.
    public init(
        kind: DarkMatterKind, mass: Double, mediatorMass: Double, inputs: ParticleInputs = .standard
    ) throws {
        guard Self.masses.contains(mass) else { throw CosmologyError.massOutOfRange(name: "dark matter", value: mass) }
        guard mediatorMass.isFinite, mediatorMass > 2 * mass else {
            throw CosmologyError.mediatorTooLight(mediator: mediatorMass, darkMatter: mass)
        }
        self.kind = kind
        self.mass = mass
        self.mediatorMass = mediatorMass
        self.inputs = inputs
    }

    /// The coefficient a of σv = a (s-wave) or b of σv = b v² (p-wave) at threshold, per (g_χ g′)², in GeV⁻².
    public var thresholdCoefficient: Estimate {
        let distance = (2 * mass - mediatorMass) * (2 * mass + mediatorMass)
        let scale = mass * mass / (Double.pi * distance * distance) * (kind == .dirac ? 1 : 1.0 / 6)
        return .closedForm(scale * (1 + chargedFactor))
    }

    /// Σ_{μ,τ}(1 + m_f²/2m_χ²)β_f: charged leptons over neutrinos at threshold.
    var chargedFactor: Double {
        ZPrimeWidths.vectorFactor(mass: 2 * mass, product: inputs.muonMass)
            + ZPrimeWidths.vectorFactor(mass: 2 * mass, product: inputs.tauMass)
    }

    /// The part of annihilations at rest that ends in charged leptons; zero below m_μ.
    public var chargedFraction: Double { chargedFactor / (1 + chargedFactor) }

    /// ⟨σv⟩/(g_χ g′)² in GeV⁻² at x = m_χ/T, to leading order in 1/x: a, or 6b/x as ⟨v²⟩ = 6/x.
    public func thermalAverage(x: Double) -> Double {
        kind.velocityOrder == 0 ? thresholdCoefficient.value : 6 * thresholdCoefficient.value / x
    }

    /// The g_χ g′ for which σv (s-wave, or the coefficient of v²) is `crossSection` in GeV⁻².
    public func couplingProduct(crossSection: Double) throws -> Estimate {
        guard crossSection.isFinite, crossSection > 0 else {
            throw CosmologyError.fractionOutOfRange(name: "cross section in GeV⁻²", value: crossSection)
        }
        return .closedForm((crossSection / thresholdCoefficient.value).squareRoot())
    }

    /// y = g_χ² g′² (m_χ/m_Z′)⁴ for g_χ g′ = `couplingProduct`.
    public func y(couplingProduct: Double) -> Double {
        let ratio = mass / mediatorMass
        let root = couplingProduct * ratio * ratio
        return root * root
    }
}
