import Computing
import Kinematics
import NumericalMethods

/// The least energy that a Z′ can take away from the selected events, by kinematics alone. GeV.
///
/// At given T it is taken where the Z′ flies along with the electron and the muon is at the edge of its cut
/// (``FixedTargetEmission``). The region of (T, ω) is connected in both, so that the least ω falls and then rises with T.
public struct MissingEnergyBound: Computation {
    public var point: SignalPoint
    /// Without a cut on the electron's angle, which would change where the least energy is taken.
    public var cuts: SelectionCuts

    package init(point: SignalPoint, cuts: SelectionCuts) {
        self.point = point
        self.cuts = cuts
    }

    /// Nil where there is no signal.
    public func compute(_ input: ()) throws -> Estimate? {
        try point.production.validate()
        try cuts.validate()
        let emission = point.production.emission
        let half = cuts.halfAngleSineSquared
        guard let open = emission.recoilRange(halfAngleSineSquared: half) else { return nil }
        let lower = max(open.lowerBound, (cuts.minimumElectronEnergy ?? 0) - emission.electronMass)
        let upper = min(open.upperBound, (cuts.maximumElectronEnergy ?? .infinity) - emission.electronMass)
        guard lower < upper else { return nil }
        func least(_ recoil: Double) -> Double {
            guard let energies = emission.muonEnergyRange(recoil: recoil, halfAngleSineSquared: half) else {
                return .infinity
            }
            return emission.beamEnergy - recoil - energies.upperBound
        }
        let recoil = Self.lowest(between: lower, and: upper, least)
        let found = least(recoil)
        guard found.isFinite else { return nil }
        // All of the boson's energies from its mass on.
        guard found > emission.bosonMass * (1 + 1e-9) else { return .closedForm(emission.bosonMass) }
        return bracketed(emission, recoil: recoil, near: found)
    }

    /// The least ω at one T between one that is allowed and one that is not.
    private func bracketed(_ emission: FixedTargetEmission, recoil: Double, near energy: Double) -> Estimate {
        func isAllowed(_ bosonEnergy: Double) -> Bool {
            let muonEnergy = emission.beamEnergy - recoil - bosonEnergy
            return emission.transferRange(recoil: recoil, bosonEnergy: bosonEnergy).upper
                >= emission.smallestTransfer(
                    muonEnergy: muonEnergy, halfAngleSineSquared: cuts.halfAngleSineSquared)
        }
        var width = 1e-13
        while width < 1e-3, isAllowed(energy * (1 - width)) || !isAllowed(energy * (1 + width)) { width *= 4 }
        return .bracketed(energy * (1 - width), energy * (1 + width))
    }

    /// Where a function that falls and then rises is lowest: at an end where it only falls or rises. Golden sections.
    private static func lowest(between lower: Double, and upper: Double, _ f: (Double) -> Double) -> Double {
        let golden = 0.5 * (5.0.squareRoot() - 1)
        var (a, b) = (lower, upper)
        var (x1, x2) = (b - golden * (b - a), a + golden * (b - a))
        var (f1, f2) = (f(x1), f(x2))
        while b - a > 1e-9 * (upper - lower) {
            if f1 < f2 {
                (b, x2, f2) = (x2, x1, f1)
                x1 = b - golden * (b - a)
                f1 = f(x1)
            } else {
                (a, x1, f1) = (x1, x2, f2)
                x2 = a + golden * (b - a)
                f2 = f(x2)
            }
        }
        return [lower, 0.5 * (a + b), upper].min { f($0) < f($1) } ?? lower
    }
}
