import BosonPhysics
import NumericalMethods
import Reference

/// Dark matter of one mass that freezes out with the observed abundance.
public struct ThermalTarget: Codable, Hashable, Sendable {
    /// m_χ, GeV.
    public var mass: Double
    /// m_Z′, GeV.
    public var mediatorMass: Double
    /// g_χ g′, with the error of the integral, the root and the interpolation in the degrees of freedom. The approximation of
    /// freeze-out itself is 2 to 6 % low in Ωh².
    public var couplingProduct: Estimate
    /// x_f = m_χ/T at freeze-out, with what the error of the coupling and of the degrees of freedom make of it.
    public var freezeOutEstimate: Estimate
    /// J = ∫_{x_f}^∞ dx g_*^½ ⟨σv⟩/x², GeV⁻²: what annihilation takes away after freeze-out.
    public var integral: Estimate
    /// ⟨σv⟩ at freeze-out, cm³ s⁻¹.
    public var crossSectionEstimate: Estimate
    /// Energy put into the plasma at recombination over what the CMB allows; above one is excluded.
    public var microwaveBackgroundEstimate: Estimate

    public var freezeOut: Double { freezeOutEstimate.value }
    public var crossSection: Double { crossSectionEstimate.value }
    public var microwaveBackgroundRatio: Double { microwaveBackgroundEstimate.value }

    /// y = g_χ² g′² (m_χ/m_Z′)⁴.
    public var y: Estimate {
        let ratio = mass / mediatorMass
        return (couplingProduct * ratio * ratio).squared
    }

    /// g′ for a given g_χ > 0; nil is g_χ = g′.
    public func coupling(darkCoupling: Double?) -> Estimate {
        guard let darkCoupling else { return couplingProduct.squareRoot() }
        return couplingProduct.scaled(by: 1 / darkCoupling)
    }
}

/// The thermal targets of one kind of dark matter at a fixed m_Z′/m_χ, as a function of mass.
public struct ThermalTargets: Sendable {
    public let kind: DarkMatterKind
    /// m_Z′/m_χ > 2.
    public let ratio: Double
    private let relic: RelicInputs
    private let inputs: ParticleInputs
    private let degrees: DegreesOfFreedom

    /// The m_χ (GeV) for which targets are stated. Lighter dark matter is there when the light elements form; of heavier the
    /// degrees of freedom are not known here.
    public static let masses = 1e-3...1e3

    /// - Throws: ``CosmologyError`` unless the ratio is above 2.
    public init(
        kind: DarkMatterKind, ratio: Double = 3, relic: RelicInputs = .standard, inputs: ParticleInputs = .standard
    ) throws {
        guard ratio.isFinite, ratio > 2 else {
            throw CosmologyError.mediatorTooLight(mediator: ratio, darkMatter: 1)
        }
        self.kind = kind
        self.ratio = ratio
        self.relic = relic
        self.inputs = inputs
        degrees = try DegreesOfFreedom(electronMass: inputs.electronMass)
    }

    /// Freeze-out of dark matter of `mass` (GeV).
    public func relicDensity(mass: Double) throws -> RelicDensity {
        let annihilation = try DarkMatterAnnihilation(
            kind: kind, mass: mass, mediatorMass: ratio * mass, inputs: inputs)
        return try RelicDensity(annihilation, relic: relic, degrees: degrees)
    }

    /// The target at m_χ = `mass` (GeV), within ``masses``.
    public func target(mass: Double) throws -> ThermalTarget {
        let relic = try relicDensity(mass: mass)
        let product = try relic.targetCouplingProduct()
        let start = try relic.freezeOut(couplingProduct: product)
        let square = product.squared
        let average = start.mapped { relic.annihilation.thermalAverage(x: $0) }
        return ThermalTarget(
            mass: mass, mediatorMass: ratio * mass, couplingProduct: product, freezeOutEstimate: start,
            integral: try relic.annihilationIntegral(from: start) * square,
            crossSectionEstimate: square * average * RelicInputs.crossSectionUnit,
            microwaveBackgroundEstimate: product.mapped(operations: 64) {
                relic.cosmicMicrowaveBackgroundRatio(couplingProduct: $0)
            })
    }
}
