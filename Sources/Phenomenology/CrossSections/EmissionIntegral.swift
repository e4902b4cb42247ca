import Amplitudes
import Kinematics
import NumericalMethods

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// σ and dσ/dE_e of μ e → μ e Z′ as integrals over T, E′ and Δ, the azimuth done in closed form.
///
/// dσ = |M|² dT dE′ dΔ ⟨·⟩_φ / (4 m_e P · 64π³ P |p⃗ − p⃗′|). All cuts are the ends of the integrals: the electron window
/// those of T, the muon's angle the lower end of Δ and with it the ends of E′ and T (``FixedTargetEmission``).
struct EmissionIntegral {
    typealias Lanes = SIMD8<Double>

    let emission: FixedTargetEmission
    let amplitude: MuonEmission
    let cuts: SelectionCuts
    /// Takes ∫ |M|² dT dE′ dΔ/|p⃗ − p⃗′| to fb.
    let factor: Double

    init(_ process: ZPrimeProduction, cuts: SelectionCuts) throws {
        try process.validate()
        try cuts.validate()
        if let angle = cuts.maximumElectronAngle { throw SignalError.electronAngleCutMissing(angle) }
        emission = process.emission
        amplitude = process.amplitude
        self.cuts = cuts
        let momentum = emission.beamMomentum
        factor =
            process.femtobarns
            / (256 * Double.pi * Double.pi * Double.pi * emission.electronMass * momentum * momentum)
    }

    /// The recoils that pass the cuts, and whether each end is where phase space closes; `nil` where none does.
    var recoils: (range: ClosedRange<Double>, closesBelow: Bool, closesAbove: Bool)? {
        guard let open = emission.recoilRange(halfAngleSineSquared: cuts.halfAngleSineSquared) else { return nil }
        var lower = open.lowerBound
        var upper = open.upperBound
        var closesBelow = true
        var closesAbove = true
        if let energy = cuts.minimumElectronEnergy, energy - emission.electronMass > lower {
            lower = energy - emission.electronMass
            closesBelow = false
        }
        if let energy = cuts.maximumElectronEnergy, energy - emission.electronMass < upper {
            upper = energy - emission.electronMass
            closesAbove = false
        }
        return lower < upper ? (lower...upper, closesBelow, closesAbove) : nil
    }

    func total(relativeTolerance: Double) throws -> Estimate {
        try checkTolerance(relativeTolerance)
        guard let recoils else { return Estimate(0, error: 0, kind: .bound) }
        return try doubled(relativeTolerance, task: "the cross section") { order in
            integral(recoils.range, recoils.closesBelow, recoils.closesAbove, order: order)
        }
    }

    func spectrum(electronEnergy: Double, relativeTolerance: Double) throws -> Estimate {
        try checkTolerance(relativeTolerance)
        let recoil = electronEnergy - emission.electronMass
        guard let recoils, recoils.range.contains(recoil) else { return Estimate(0, error: 0, kind: .bound) }
        return try doubled(relativeTolerance, task: "the electron spectrum") { order in
            slice(recoil: recoil, order: order)
        }
    }

    private func checkTolerance(_ tolerance: Double) throws(SignalError) {
        guard tolerance >= 1e-12, tolerance <= 1 else { throw .toleranceOutOfRange(tolerance) }
    }

    /// Doubles all orders until the change is small enough.
    private func doubled(_ tolerance: Double, task: String, _ rule: (Int) -> Double) throws -> Estimate {
        var order = 8
        var previous = rule(order)
        while true {
            order *= 2
            let value = rule(order)
            let rounding = 1e-13 * value.magnitude
            let error = (value - previous).magnitude + rounding
            if error <= tolerance * value.magnitude { return Estimate(value, error: error, kind: .bound) }
            guard order < 512 else {
                throw NumericalError.notConverged(
                    task: task, reached: error, requested: tolerance * value.magnitude, effort: order)
            }
            previous = value
        }
    }

    /// ∫ dT of the slices: in ln T, quadratic at an end where phase space closes.
    private func integral(_ range: ClosedRange<Double>, _ closesBelow: Bool, _ closesAbove: Bool, order: Int) -> Double
    {
        let rule = GaussLegendre.rule(order: order)
        let lower = log(range.lowerBound)
        let length = log(range.upperBound / range.lowerBound)
        var sum = 0.0
        for index in rule.nodes.indices {
            let u = 0.5 * (1 + rule.nodes[index])
            let (position, slope): (Double, Double) =
                switch (closesBelow, closesAbove) {
                case (true, true): (u * u * (3 - 2 * u), 6 * u * (1 - u))
                case (true, false): (u * u, 2 * u)
                case (false, true): (u * (2 - u), 2 * (1 - u))
                case (false, false): (u, 1)
                }
            let recoil = exp(lower + length * position)
            sum += 0.5 * rule.weights[index] * slope * length * recoil * slice(recoil: recoil, order: order)
        }
        return sum
    }

    /// dσ/dT at one T: ∫ dE′ in the logarithm of ω/E′.
    private func slice(recoil: Double, order: Int) -> Double {
        guard
            let energies = emission.muonEnergyRange(recoil: recoil, halfAngleSineSquared: cuts.halfAngleSineSquared)
        else { return 0 }
        let available = emission.beamEnergy - recoil
        let lower = log((available - energies.upperBound) / energies.upperBound)
        let upper = log((available - energies.lowerBound) / energies.lowerBound)
        let rule = GaussLegendre.rule(order: order)
        var sum = 0.0
        for index in rule.nodes.indices {
            let ratio = exp(lower + 0.5 * (1 + rule.nodes[index]) * (upper - lower))
            let muonEnergy = available / (1 + ratio)
            let jacobian = muonEnergy * ratio / (1 + ratio)
            sum += rule.weights[index] * jacobian * line(recoil: recoil, muonEnergy: muonEnergy, rule: rule)
        }
        return factor * sum * 0.5 * (upper - lower)
    }

    /// ∫ dΔ ⟨|M|²⟩/|p⃗ − p⃗′| at one T and E′, in a variable that is nearly the logarithm of 2Δ + m².
    private func line(recoil: Double, muonEnergy: Double, rule: GaussLegendre) -> Double {
        let slice = MuonEmissionSlice(emission, recoil: recoil, muonEnergy: muonEnergy)
        let cut = emission.smallestTransfer(
            muonEnergy: muonEnergy, halfAngleSineSquared: cuts.halfAngleSineSquared)
        let lower = max(cut, slice.lowerTransfer)
        let upper = slice.upperTransfer
        guard lower < upper else { return 0 }
        let shift = 0.5 * emission.bosonMass * emission.bosonMass
        let start = lower + shift
        let root = ((upper + shift) / start).squareRoot()
        var sum = Lanes.zero
        for block in stride(from: 0, to: rule.order, by: Lanes.scalarCount) {
            var u = Lanes.zero
            var weight = Lanes.zero
            for lane in 0..<Lanes.scalarCount {
                u[lane] = 0.5 * (1 + rule.nodes[block + lane])
                weight[lane] = rule.weights[block + lane]
            }
            // h = start (1 − u + u r)/(1 − u + u/r): r² times the start at the end, r times it half way.
            let inverse = 1 / (1 - u + u * (1 / root))
            let h = start * (1 - u + u * root) * inverse
            let jacobian = start * (root - 1 / root) * inverse * inverse
            let (point, momentum) = slice.invariants(transfer: h - shift)
            sum += weight * jacobian * amplitude.azimuthalAverage(point) / momentum
        }
        return 0.5 * sum.sum()
    }
}
