import NumericalMethods
import Reference

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The cosmological inputs of the relic density, with their sources: the tables of PDG2022.
public struct RelicInputs: Codable, Hashable, Sendable {
    /// Ω_c h².
    public var abundance = 0.1200
    /// The Ωh² for which Steigman et al. (arXiv:1204.3622) state their cross sections.
    public static let abundanceSteigman2012 = 0.11
    /// The Planck mass, GeV.
    public var planckMass = ParticleConstants.planckMass.value
    /// Today's entropy density, cm⁻³.
    public var entropyDensity = 2891.2
    /// ρ_c/h², GeV cm⁻³.
    public var criticalDensity = 1.053672e-5
    /// Planck 2018 (arXiv:1807.06209): f_eff⟨σv⟩/m_χ < 3.2e-28 cm³ s⁻¹ GeV⁻¹ at 95 %, self-conjugate dark matter.
    public var annihilationBound = 3.2e-28
    /// The part of the energy of muon pairs that heats the plasma; arXiv:1506.03811 finds about 0.2. An assumption here.
    public var muonEfficiency = 0.2
    /// ħc in GeV cm, and c in cm s⁻¹, which turn GeV⁻² into cm³ s⁻¹.
    public static let crossSectionUnit = centimetre * centimetre * (100 * ParticleConstants.speedOfLight.value)
    private static let centimetre = ParticleConstants.conversionLength.value * 1e-13

    public init() {}
    public static let standard = RelicInputs()
}

/// Freeze-out of dark matter that annihilates through the boson, x = m_χ/T.
///
/// *x_f* solves e^x = (√(45/8)/2π³) c(c+2) g M_Pl m_χ ⟨σv⟩ /√(g_* x) with c(c+2) = n + 1. After it, what is left obeys
/// 1/Y_∞ = 1/Y_f + √(π/45) M_Pl m_χ ∫_{x_f}^∞ dx g_*^½ ⟨σv⟩/x² with Y_f = (1 + c)Y_eq(x_f).
/// Ωh² = m_χ Y_∞ s₀/(ρ_c/h²), twice that where χ and χ̄ differ. ⟨σv⟩ is at leading order in 1/x.
public struct RelicDensity: Sendable {
    public let annihilation: DarkMatterAnnihilation
    private let relic: RelicInputs
    var degrees: DegreesOfFreedom

    /// - Throws: ``CosmologyError`` for dark matter outside ``ThermalTargets/masses``.
    public init(
        _ annihilation: DarkMatterAnnihilation, relic: RelicInputs = .standard, inputs: ParticleInputs = .standard
    ) throws {
        try self.init(
            annihilation, relic: relic, degrees: DegreesOfFreedom(electronMass: inputs.electronMass))
    }

    /// With a table of the degrees of freedom that is at hand.
    init(_ annihilation: DarkMatterAnnihilation, relic: RelicInputs, degrees: DegreesOfFreedom) throws {
        guard ThermalTargets.masses.contains(annihilation.mass) else {
            throw CosmologyError.massOutOfRange(name: "dark matter", value: annihilation.mass)
        }
        self.annihilation = annihilation
        self.relic = relic
        self.degrees = degrees
    }

    /// Y_eq = n_eq/s of one species, Maxwell–Boltzmann.
    func equilibrium(x: Double) -> Double {
        let entropy = degrees.values(temperature: annihilation.mass / x).entropy
        let fourth = Double.pi * Double.pi * Double.pi * Double.pi
        return 45 / (4 * fourth) * annihilation.kind.spinStates / entropy * x * x * exp(-x)
            * BesselK.scaled(order: 2, x)
    }

    /// √(π/45) M_Pl m_χ.
    private var scale: Double { (Double.pi / 45).squareRoot() * relic.planckMass * annihilation.mass }

    /// g_*^½ ⟨σv⟩/x² per (g_χ g′)².
    private func decrease(x: Double) -> Double {
        degrees.values(temperature: annihilation.mass / x).relic * annihilation.thermalAverage(x: x) / (x * x)
    }

    /// A of dY/dx = −A(Y² − Y_eq²), per (g_χ g′)².
    private func rate(x: Double) -> Double { scale * decrease(x: x) }

    /// ∫_{x_f}^∞ dx g_*^½ ⟨σv⟩/x² per (g_χ g′)², in GeV⁻², with the error of x_f and of the degrees of freedom.
    func annihilationIntegral(from start: Estimate) throws -> Estimate {
        // The integrand falls with x: from an earlier start it adds no more than its largest value there.
        let moved = decrease(x: start.value - start.error) * start.error
        return try annihilationIntegral(from: start.value)
            .widened(by: .exact(moved, as: .bound)).widened(by: interpolationError(from: start.value))
    }

    /// What cubics between the points of the table change in the integral, interval by interval: what they add in one and take
    /// in the next is not offset.
    private func interpolationError(from start: Double) -> Estimate {
        var smooth = self
        smooth.degrees = degrees.smooth
        let knots = degrees.temperatures.map { $0 / annihilation.mass }.filter { $0 < 1 / start } + [1 / start]
        // Within an interval both are smooth.
        let rule = GaussLegendre.rule(order: 5)
        let error = zip(knots, knots.dropFirst()).reduce(0) { sum, ends in
            sum
                + rule.integrate(from: ends.0, to: ends.1) { u in
                    (smooth.decrease(x: 1 / u) - decrease(x: 1 / u)) / (u * u)
                }.magnitude
        }
        return .exact(error + junctionError(from: start), as: .bound)
    }

    /// What the step between gas and lattice may change, wherever between two points of the table it is.
    private func junctionError(from start: Double) -> Double {
        let range = degrees.junctionTemperatures
        let (first, last) = (annihilation.mass / range.upperBound, annihilation.mass / range.lowerBound)
        guard start < last else { return 0 }
        let isInside = start > first
        // Of J = ∫ dln x, at its largest.
        let x = max(start, first)
        let density = decrease(x: x) * x
        let width = log(last / first)
        let step = degrees.step
        // A line is at most half of the step away from it on the average. The derivative in g_*^½ adds a third of ln g_s: all
        // of it, or none, where freeze-out is inside; else at another place, where the integrand is another.
        let level = (isInside ? 1 : 0.5) * width * (0.5 * step.energy + step.entropy)
        let share = isInside ? 1 : Double(annihilation.kind.velocityOrder + 1) * width
        return density * (level + share * step.entropy / 3)
    }

    /// The same from an x_f, with the error of the quadrature alone.
    func annihilationIntegral(from start: Double) throws -> Estimate {
        // In u = 1/x, so that the integral ends at zero.
        try Quadrature.adaptive(from: 0, to: 1 / start, relativeTolerance: 1e-8) { u in decrease(x: 1 / u) / (u * u) }
    }

    /// x_f for g_χ g′ = `couplingProduct`, by fixed-point iteration.
    /// - Throws: ``CosmologyError/noFreezeOut(darkMatter:product:)`` where it is below 3.
    public func freezeOut(couplingProduct: Double) throws -> Double {
        try iteratedFreezeOut(couplingProduct).last
    }

    /// x_f with what the error of the coupling, of the iteration and of the table of degrees of freedom make of it.
    func freezeOut(couplingProduct: Estimate) throws -> Estimate {
        let (last, previous) = try iteratedFreezeOut(couplingProduct.value)
        let straight = Estimate.converged(last, coarse: previous)
        let moved = try couplingProduct.mapped { try freezeOut(couplingProduct: $0) } - last
        return straight.widened(by: moved).widened(by: interpolationError(ofFreezeOut: last))
    }

    /// x_f goes as −½ ln g_ρ, and less.
    private func interpolationError(ofFreezeOut x: Double) -> Estimate {
        .exact(0.5 * degrees.interpolationError(temperature: annihilation.mass / x).energy, as: .bound)
    }

    /// The last two of the iteration, which converges at least as fast as a bisection.
    private func iteratedFreezeOut(_ couplingProduct: Double) throws -> (last: Double, previous: Double) {
        let n = Double(annihilation.kind.velocityOrder)
        let constant =
            (45.0 / 8).squareRoot() / (2 * Double.pi * Double.pi * Double.pi) * (n + 1)
            * annihilation.kind.spinStates * relic.planckMass * annihilation.mass * couplingProduct * couplingProduct
        var x = 20.0
        for _ in 0..<200 {
            let energy = degrees.values(temperature: annihilation.mass / x).energy
            let next = log(constant * annihilation.thermalAverage(x: x) / (energy * x).squareRoot())
            guard next > 3 else { break }
            if (next - x).magnitude < 1e-12 * x { return (next, x) }
            x = 0.5 * (x + next)
        }
        throw CosmologyError.noFreezeOut(darkMatter: annihilation.mass, product: couplingProduct)
    }

    /// Ωh² for g_χ g′ = `couplingProduct` by freeze-out. The error is that of the integral and of the interpolation in the
    /// degrees of freedom; the approximation itself is some 3 to 5 % below ``byBoltzmannEquation(couplingProduct:)``.
    public func byFreezeOut(couplingProduct: Double) throws -> Estimate {
        try freezeOutAbundance(couplingProduct, withTable: true)
    }

    /// - Parameter withTable: whether the error covers the interpolation in the degrees of freedom.
    private func freezeOutAbundance(_ couplingProduct: Double, withTable: Bool = false) throws -> Estimate {
        let (start, previous) = try iteratedFreezeOut(couplingProduct)
        let offset = (Double(annihilation.kind.velocityOrder) + 2).squareRoot() - 1
        var integral = try annihilationIntegral(from: start)
        let atStart = 1 / ((1 + offset) * equilibrium(x: start))
        // Y_eq falls at most as e⁻ˣ.
        var first = Estimate.converged(atStart, coarse: atStart * exp(previous - start))
        if withTable {
            let shift = interpolationError(ofFreezeOut: start)
            let entropy = degrees.interpolationError(temperature: annihilation.mass / start).entropy
            first = first.widened(by: atStart * (shift + entropy))
            integral = integral.widened(by: decrease(x: start) * shift).widened(by: interpolationError(from: start))
        }
        let square = couplingProduct * couplingProduct
        return abundance(1 / (first + square * integral.scaled(by: scale)))
    }

    /// Ωh² from the Boltzmann equation, integrated from x = 3 to 10⁴ in ln x by the implicit Euler rule, whose quadratic is
    /// solved exactly, and extrapolated twice in the step; beyond, Y_eq is gone and the rest is integrated as in freeze-out.
    /// The error is the last extrapolation's change, which exceeds what remains where the rule's error is smooth in the step,
    /// and what the interpolation in the degrees of freedom makes of freeze-out.
    public func byBoltzmannEquation(couplingProduct: Double, steps: Int = 1000) throws -> Estimate {
        let end = 1e4
        let square = couplingProduct * couplingProduct
        func solve(_ steps: Int) -> Double {
            let h = log(end / 3) / Double(steps)
            var y = equilibrium(x: 3)
            for step in 1...steps {
                let x = 3 * exp(h * Double(step))
                let a = h * x * square * rate(x: x)
                let equal = equilibrium(x: x)
                let constant = y + a * equal * equal
                y = 2 * constant / (1 + (1 + 4 * a * constant).squareRoot())
            }
            return y
        }
        let steps = steps * Refinement.factor
        let (one, two, four) = (solve(steps), solve(2 * steps), solve(4 * steps))
        let (first, second) = (2 * two - one, 2 * four - two)
        let y = (4 * second - first) / 3
        let tail = try Quadrature.adaptive(from: 0, to: 1 / end, relativeTolerance: 1e-8) {
            rate(x: 1 / $0) / ($0 * $0)
        }
        let left = abundance(1 / (1 / Estimate.converged(y, coarse: second) + square * tail))
        let table = try freezeOutAbundance(couplingProduct, withTable: true).relativeError
        return left.widened(by: left * table)
    }

    /// In the logarithm of g_χ g′, for the slope of Ωh².
    private static let step = 0.01

    /// The g_χ g′ that leaves the observed dark matter, by freeze-out.
    public func targetCouplingProduct() throws -> Estimate {
        func difference(_ logarithm: Double) throws -> Double {
            try log(freezeOutAbundance(exp(logarithm)).value / relic.abundance)
        }
        // Ωh² falls nearly as the inverse square of the product: walk there first.
        var guess = log(1e-6 + 1e-4 * annihilation.mass)
        for _ in 0..<60 {
            do {
                let change = try 0.5 * difference(guess)
                if change.magnitude < 0.05 { break }
                guess += change
            } catch CosmologyError.noFreezeOut { guess += 1 }
        }
        let root = try RootFinding.brent(from: guess - 0.3, to: guess + 0.3, tolerance: 1e-11, difference)
        return try product(root, difference) { try byFreezeOut(couplingProduct: $0) }
    }

    /// The product at a root of the abundance's logarithm, with what the abundance's residual and error make of it: Ωh²
    /// falls a little less than as 1/(g_χ g′)², by which share they move the product.
    private func product(
        _ root: Double, _ difference: (Double) throws -> Double, _ abundance: (Double) throws -> Estimate
    ) throws -> Estimate {
        let product = exp(root)
        let residual = try abundance(product) / relic.abundance - 1
        let share = (Self.step / (try difference(root + Self.step))).magnitude
        return Estimate.exact(product).widened(by: product * share * residual)
    }

    /// The same by the Boltzmann equation.
    public func targetCouplingProductByBoltzmannEquation() throws -> Estimate {
        let start = try targetCouplingProduct().value
        func difference(_ logarithm: Double) throws -> Double {
            try log(byBoltzmannEquation(couplingProduct: exp(logarithm)).value / relic.abundance)
        }
        // Freeze-out is some per cent off in Ωh², which falls nearly as the inverse square of the product.
        let root = try RootFinding.brent(from: log(start) - 0.1, to: log(start) + 0.1, tolerance: 1e-9, difference)
        return try product(root, difference) { try byBoltzmannEquation(couplingProduct: $0) }
    }

    /// ⟨σv⟩ in an s-wave for g_χ g′ = `couplingProduct`, cm³ s⁻¹; for a p-wave the coefficient of v².
    public func crossSection(couplingProduct: Double) -> Double {
        couplingProduct * couplingProduct * annihilation.thresholdCoefficient.value * RelicInputs.crossSectionUnit
    }

    /// g′ that leaves the observed dark matter for a given g_χ > 0; with nil, for g_χ = g′.
    public func targetCoupling(darkCoupling: Double?) throws -> Estimate {
        let product = try targetCouplingProduct()
        guard let dark = darkCoupling else { return product.squareRoot() }
        guard dark.isFinite, dark > 0 else { throw CosmologyError.couplingOutOfRange(name: "g_χ", value: dark) }
        return product.scaled(by: 1 / dark)
    }

    /// The energy from annihilation into charged leptons over what the CMB allows; above one is excluded. Neutrinos are
    /// invisible, so that it is zero below m_μ; τ pairs are counted with the efficiency of muons. p-waves have died out: 0.
    public func cosmicMicrowaveBackgroundRatio(couplingProduct: Double) -> Double {
        guard annihilation.kind == .dirac else { return 0 }
        let crossSection = self.crossSection(couplingProduct: couplingProduct)
        // Half of all pairs of particles are of χ and χ̄.
        let energy = 0.5 * relic.muonEfficiency * annihilation.chargedFraction * crossSection / annihilation.mass
        return energy / relic.annihilationBound
    }

    private func abundance(_ yield: Estimate) -> Estimate {
        let species = annihilation.kind.hasAntiparticle ? 2.0 : 1
        return yield.scaled(by: species * annihilation.mass * relic.entropyDensity / relic.criticalDensity)
    }
}
