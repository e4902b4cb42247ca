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
        emission = process.emission
        amplitude = process.amplitude
        self.cuts = cuts
        let momentum = emission.beamMomentum
        factor =
            process.femtobarns
            / (256 * Double.pi * Double.pi * Double.pi * emission.electronMass * momentum * momentum)
    }

    /// The panels of T that pass the cuts; empty where none does.
    var panels: [RecoilPanel] {
        guard let open = emission.recoilRange(halfAngleSineSquared: cuts.halfAngleSineSquared) else { return [] }
        let elastic = emission.elasticRecoilRange(halfAngleSineSquared: cuts.halfAngleSineSquared)
        return RecoilPanel.panels(
            open: open, window: window, elastic: elastic, softness: emission.bosonMass / emission.muonMass,
            splits: ElectronAngleCut.recoilSplits(emission, cuts: cuts))
    }

    /// The recoils of the electron-energy window.
    private var window: ClosedRange<Double> {
        let lower = max((cuts.minimumElectronEnergy ?? 0) - emission.electronMass, 0)
        let upper = (cuts.maximumElectronEnergy ?? .infinity) - emission.electronMass
        return lower...max(lower, upper)
    }

    func total(relativeTolerance: Double) throws -> Estimate {
        try checkTolerance(relativeTolerance)
        let panels = panels
        guard !panels.isEmpty else { return .exact(0, as: .bound) }
        return try doubled(relativeTolerance, task: "the cross section") { integral(panels, order: $0) }.estimate
    }

    func spectrum(electronEnergy: Double, relativeTolerance: Double) throws -> Estimate {
        try checkTolerance(relativeTolerance)
        let recoil = electronEnergy - emission.electronMass
        guard let open = emission.recoilRange(halfAngleSineSquared: cuts.halfAngleSineSquared),
            open.contains(recoil), window.contains(recoil)
        else { return .exact(0, as: .bound) }
        return try doubled(relativeTolerance, task: "the electron spectrum") { order in
            slice(recoil: recoil, order: order)
        }.estimate
    }

    private func checkTolerance(_ tolerance: Double) throws(SignalError) {
        guard tolerance >= 1e-12, tolerance <= 1 else { throw .toleranceOutOfRange(tolerance) }
    }

    /// The order at which doubling gives up. A cut on the electron's angle leaves no azimuth in closed form, so that the
    /// work grows with the fourth power of the order and not with the third: 256 would take minutes.
    private var largestOrder: Int { cuts.maximumElectronAngle == nil ? 512 : 128 }
    /// Of the nested sums, all of whose terms are positive: half an ulp for each addition, and what a term itself rounds by.
    private static let roundings = 1024.0

    /// Doubles all orders until the change is small enough.
    func doubled(_ tolerance: Double, task: String, _ rule: (Int) -> Double) throws -> (
        estimate: Estimate, order: Int
    ) {
        var order = 8
        var previous = rule(order)
        while true {
            order *= 2
            let value = rule(order)
            let found = Estimate.converged(value, coarse: previous, operations: Self.roundings)
            let error = found.error
            if error <= tolerance * value.magnitude {
                guard Refinement.factor > 1 else { return (found, order) }
                order *= Refinement.factor
                return (.converged(rule(order), coarse: value, operations: Self.roundings), order)
            }
            guard order < largestOrder else {
                throw NumericalError.notConverged(
                    task: task, reached: error, requested: tolerance * value.magnitude, effort: order)
            }
            previous = value
        }
    }

    /// ∫ dT of the slices over all panels.
    func integral(_ panels: [RecoilPanel], order: Int) -> Double {
        let rule = GaussLegendre.rule(order: order)
        var sum = 0.0
        for panel in panels {
            for index in rule.nodes.indices {
                let (recoil, jacobian) = panel.map(0.5 * (1 + rule.nodes[index]))
                sum += 0.5 * rule.weights[index] * jacobian * slice(recoil: recoil, order: order)
            }
        }
        return sum
    }

    /// dσ/dT at one T: ∫ dE′ in the logarithm of ω/E′.
    private func slice(recoil: Double, order: Int) -> Double {
        guard
            let energies = emission.muonEnergyRange(recoil: recoil, halfAngleSineSquared: cuts.halfAngleSineSquared)
        else { return 0 }
        let available = emission.beamEnergy - recoil
        let rule = GaussLegendre.rule(order: order)
        let electronCut = ElectronAngleCut(emission, cuts: cuts, recoil: recoil)
        let inner = (electronCut?.muonEnergySplits ?? []).filter {
            energies.lowerBound < $0 && $0 < energies.upperBound
        }
        let ends = [energies.lowerBound] + inner + [energies.upperBound]
        var sum = 0.0
        for (start, end) in zip(ends, ends.dropFirst()) where start < end {
            let lower = log((available - end) / end)
            let length = log((available - start) / start) - lower
            for index in rule.nodes.indices {
                var u = 0.5 * (1 + rule.nodes[index])
                var weight = 0.5 * rule.weights[index] * length
                if electronCut != nil {
                    // The integrand may begin like a root at a split.
                    weight *= 6 * u * (1 - u)
                    u *= u * (3 - 2 * u)
                }
                let ratio = exp(lower + u * length)
                let muonEnergy = available / (1 + ratio)
                let jacobian = muonEnergy * ratio / (1 + ratio)
                sum +=
                    weight * jacobian
                    * line(recoil: recoil, muonEnergy: muonEnergy, rule: rule, electronCut: electronCut)
            }
        }
        return factor * sum
    }

    /// ∫ dΔ at one T and E′.
    private func line(
        recoil: Double, muonEnergy: Double, rule: GaussLegendre, electronCut: ElectronAngleCut?
    ) -> Double {
        let slice = MuonEmissionSlice(emission, recoil: recoil, muonEnergy: muonEnergy)
        let cut = emission.smallestTransfer(
            muonEnergy: muonEnergy, halfAngleSineSquared: cuts.halfAngleSineSquared)
        let lower = max(cut, slice.lowerTransfer)
        let upper = slice.upperTransfer
        guard lower < upper else { return 0 }
        guard let electronCut else {
            return line(slice, from: lower, to: upper, muonEnergy: muonEnergy, rule: rule)
        }
        var sum = 0.0
        for (part, range) in electronCut.parts(of: slice, muonEnergy: muonEnergy, from: lower, to: upper) {
            switch part {
            case .all:
                sum += line(slice, from: range.lowerBound, to: range.upperBound, muonEnergy: muonEnergy, rule: rule)
            case .some: sum += electronCut.line(slice, over: range, rule: rule, amplitude: amplitude)
            }
        }
        return sum
    }

    /// ∫ dΔ ⟨|M|²⟩/|p⃗ − p⃗′| over a range of Δ, all azimuths.
    func line(
        _ slice: MuonEmissionSlice, from lower: Double, to upper: Double, muonEnergy: Double, rule: GaussLegendre
    ) -> Double {
        let (first, second) = TransferMap.pieces(
            emission, recoil: slice.recoil, bosonEnergy: emission.beamEnergy - slice.recoil - muonEnergy, from: lower,
            to: upper)
        return line(slice, over: first, rule: rule) + (second.map { line(slice, over: $0, rule: rule) } ?? 0)
    }

    private func line(_ slice: MuonEmissionSlice, over piece: TransferMap.Piece, rule: GaussLegendre) -> Double {
        var sum = Lanes.zero
        for block in stride(from: 0, to: rule.order, by: Lanes.scalarCount) {
            var u = Lanes.zero
            var weight = Lanes.zero
            for lane in 0..<Lanes.scalarCount {
                u[lane] = 0.5 * (1 + rule.nodes[block + lane])
                weight[lane] = rule.weights[block + lane]
            }
            let (transfer, jacobian) = piece.map(u)
            let (point, momentum) = slice.invariants(transfer: transfer)
            sum += weight * jacobian * amplitude.azimuthalAverage(point) / momentum
        }
        return 0.5 * sum.sum()
    }
}
