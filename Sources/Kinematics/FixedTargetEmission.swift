import NumericalMethods

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The phase space of μ e → μ e X on an electron at rest, in energies and the muon's momentum transfer.
///
/// The variables are the recoil T = E_e − m_e of the electron, the final muon's energy E′ (all in the laboratory), and
/// Δ = p·p′ − m_μ² = −(p − p′)²/2, which fixes the muon's angle at given E′. At given T and E′ the energy of X is
/// ω = E − E′ − T, and Δ depends linearly on the cosine of the angle between X and the electron. Hence
/// Δ ≤ |p_e||k| − Tω + m_e T − m_X²/2, a concave function of E′, while the muon's angle being at least θ means
/// Δ ≥ E E′ − m_μ² − P P′ cos θ, a convex one: the allowed region of (E′, Δ) at given T is convex. GeV throughout.
public struct FixedTargetEmission: Hashable, Sendable {
    public let beamEnergy: Double
    public let muonMass: Double
    public let electronMass: Double
    /// The mass of the emitted X.
    public let bosonMass: Double
    /// |p| of the beam.
    public let beamMomentum: Double

    /// - Parameter beamEnergy: above the muon's mass.
    public init(beamEnergy: Double, muonMass: Double, electronMass: Double, bosonMass: Double) {
        self.beamEnergy = beamEnergy
        self.muonMass = muonMass
        self.electronMass = electronMass
        self.bosonMass = bosonMass
        self.beamMomentum = ((beamEnergy - muonMass) * (beamEnergy + muonMass)).squareRoot()
    }

    /// s = (p + l)².
    public var invariantMassSquared: Double {
        muonMass * muonMass + electronMass * electronMass + 2 * electronMass * beamEnergy
    }

    /// The largest mass of X that this beam can make: √s − m_μ − m_e.
    public var thresholdMass: Double { invariantMassSquared.squareRoot() - muonMass - electronMass }

    /// The kinematic range of the electron's recoil T, without any cut; `nil` at and above threshold.
    ///
    /// The momentum transfer −t = 2 m_e T of e → e′ against a system of mass m_μ + m_X at rest in itself: the larger root
    /// directly, the smaller from the product of the roots, m_e² (W² − m_μ²)²/s.
    public var recoilRange: ClosedRange<Double>? {
        guard bosonMass < thresholdMass else { return nil }
        let s = invariantMassSquared
        let rootS = s.squareRoot()
        // W² − m_μ² at threshold of the μX system.
        let excess = bosonMass * (2 * muonMass + bosonMass)
        let heavy = muonMass + bosonMass
        let electronEnergyIn = (s + electronMass * electronMass - muonMass * muonMass) / (2 * rootS)
        let electronEnergyOut = (s + electronMass * electronMass - heavy * heavy) / (2 * rootS)
        let momentumIn = electronMass * beamMomentum / rootS
        // λ(s, m_e², W²) factorised: exact at threshold.
        let momentumOut =
            ((rootS - heavy - electronMass) * (rootS - heavy + electronMass) * (rootS + heavy - electronMass)
            * (rootS + heavy + electronMass)).squareRoot() / (2 * rootS)
        let largest =
            2 * (electronEnergyIn * electronEnergyOut + momentumIn * momentumOut - electronMass * electronMass)
        guard momentumOut.isFinite, largest > 0 else { return nil }
        let smallest = electronMass * electronMass * excess * excess / (s * largest)
        guard smallest < largest else { return nil }
        return smallest / (2 * electronMass)...largest / (2 * electronMass)
    }

    /// The smallest Δ at which the muon's angle is at least `angle` (given as sin²(angle/2)), at its energy E′.
    @inlinable
    public func smallestTransfer(muonEnergy: Double, halfAngleSineSquared: Double) -> Double {
        let product =
            beamMomentum
            * ((muonEnergy - muonMass) * (muonEnergy + muonMass)).squareRoot()
        let loss = beamEnergy - muonEnergy
        return muonMass * muonMass * loss * loss / (beamEnergy * muonEnergy - muonMass * muonMass + product)
            + 2 * product * halfAngleSineSquared
    }

    /// The range of Δ that the momenta of X and the electron allow at given T and ω (both physical).
    @inlinable
    public func transferRange(recoil: Double, bosonEnergy: Double) -> (lower: Double, upper: Double) {
        let massSquared = bosonMass * bosonMass
        let electronMomentumSquared = recoil * (recoil + 2 * electronMass)
        let bosonMomentumSquared = (bosonEnergy - bosonMass) * (bosonEnergy + bosonMass)
        let product = (electronMomentumSquared * bosonMomentumSquared).squareRoot()
        let centre = recoil * electronMass - 0.5 * massSquared
        // |p_e||k| − Tω without cancellation.
        let difference =
            recoil * (2 * electronMass * bosonEnergy * bosonEnergy - (recoil + 2 * electronMass) * massSquared)
            / (product + recoil * bosonEnergy)
        return (centre - recoil * bosonEnergy - product, centre + difference)
    }

    /// The range of the muon's energy at which some Δ passes the muon-angle cut, at recoil T; `nil` where none does.
    public func muonEnergyRange(recoil: Double, halfAngleSineSquared: Double) -> ClosedRange<Double>? {
        let least = muonMass
        let most = beamEnergy - recoil - bosonMass
        guard most > least else { return nil }
        // Concave in E′: its positive set is one interval.
        func margin(_ muonEnergy: Double) -> Double {
            transferRange(recoil: recoil, bosonEnergy: max(beamEnergy - recoil - muonEnergy, bosonMass)).upper
                - smallestTransfer(muonEnergy: muonEnergy, halfAngleSineSquared: halfAngleSineSquared)
        }
        guard let inside = positivePoint(of: margin, between: least, and: most) else { return nil }
        func edge(_ bracket: ClosedRange<Double>) -> Double? {
            let ends = (margin(bracket.lowerBound), margin(bracket.upperBound))
            if (ends.0 > 0) == (ends.1 > 0) { return nil }
            return try? RootFinding.brent(in: bracket, margin)
        }
        let lower = edge(least...inside) ?? least
        let upper = edge(inside...most) ?? most
        return lower < upper ? lower...upper : nil
    }

    /// The range of the recoil T at which some muon passes the angle cut; `nil` where none does.
    public func recoilRange(halfAngleSineSquared: Double) -> ClosedRange<Double>? {
        guard let kinematic = recoilRange else { return nil }
        guard halfAngleSineSquared > 0 else { return kinematic }
        // The recoils allowed with the cut form an interval: those of one E′ do, and they move continuously with E′.
        let logLower = log(kinematic.lowerBound)
        let logUpper = log(kinematic.upperBound)
        func margin(_ logRecoil: Double) -> Double {
            largestMargin(recoil: exp(logRecoil), halfAngleSineSquared: halfAngleSineSquared)
        }
        guard let inside = positivePoint(of: margin, between: logLower, and: logUpper) else { return nil }
        let lower = (try? RootFinding.brent(in: logLower...inside, tolerance: 1e-14, margin)).map(exp)
        let upper = (try? RootFinding.brent(in: inside...logUpper, tolerance: 1e-14, margin)).map(exp)
        let range = (lower ?? kinematic.lowerBound, upper ?? kinematic.upperBound)
        return range.0 < range.1 ? range.0...range.1 : nil
    }

    /// The recoils at which an elastically scattered muon passes the angle cut; `nil` where none does.
    ///
    /// A soft X leaves the muon near its elastic momentum (E′ = E − T, Δ = m_e T), where |M|² peaks.
    public func elasticRecoilRange(halfAngleSineSquared: Double) -> ClosedRange<Double>? {
        let s = invariantMassSquared
        let largest = 2 * electronMass * beamMomentum * beamMomentum / s
        guard halfAngleSineSquared > 0 else { return 0...largest }
        // Concave in T.
        func margin(_ recoil: Double) -> Double {
            recoil * electronMass
                - smallestTransfer(
                    muonEnergy: max(beamEnergy - recoil, muonMass), halfAngleSineSquared: halfAngleSineSquared)
        }
        guard let inside = positivePoint(of: margin, between: 0, and: largest),
            let lower = try? RootFinding.brent(in: 0...inside, margin),
            let upper = try? RootFinding.brent(in: inside...largest, margin)
        else { return nil }
        return lower...upper
    }

    /// The largest of Δ_max − Δ_min over E′ at recoil T: positive where the cut leaves phase space.
    private func largestMargin(recoil: Double, halfAngleSineSquared: Double) -> Double {
        let most = beamEnergy - recoil - bosonMass
        guard most > muonMass else { return -1 }
        let muonEnergy = maximise(between: muonMass, and: most) { muonEnergy in
            transferRange(recoil: recoil, bosonEnergy: max(beamEnergy - recoil - muonEnergy, bosonMass)).upper
                - smallestTransfer(muonEnergy: muonEnergy, halfAngleSineSquared: halfAngleSineSquared)
        }
        return muonEnergy.value
    }
}

/// A point between the ends at which `f`, rising and then falling, is positive; `nil` when its maximum is not.
private func positivePoint(of f: (Double) -> Double, between lower: Double, and upper: Double) -> Double? {
    let best = maximise(between: lower, and: upper, until: { $0 > 0 }, f)
    return best.value > 0 ? best.argument : nil
}

/// Golden-section search for the maximum of a function that rises and then falls, ended early by `isEnough`.
private func maximise(
    between lower: Double, and upper: Double, until isEnough: (Double) -> Bool = { _ in false },
    _ f: (Double) -> Double
) -> (argument: Double, value: Double) {
    let golden = 0.5 * (5.0.squareRoot() - 1)
    var a = lower
    var b = upper
    var x1 = b - golden * (b - a)
    var x2 = a + golden * (b - a)
    var f1 = f(x1)
    var f2 = f(x2)
    // 0.618⁷⁶ is below one ulp.
    for _ in 0..<76 {
        if isEnough(f1) { return (x1, f1) }
        if isEnough(f2) { return (x2, f2) }
        if f1 > f2 {
            b = x2
            (x2, f2) = (x1, f1)
            x1 = b - golden * (b - a)
            f1 = f(x1)
        } else {
            a = x1
            (x1, f1) = (x2, f2)
            x2 = a + golden * (b - a)
            f2 = f(x2)
        }
    }
    return f1 > f2 ? (x1, f1) : (x2, f2)
}
