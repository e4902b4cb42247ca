import Kinematics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A map of the phase space of projectile + target → target + (projectile X) to the unit square, made for the peak of a photon
/// that the target's line gives up: the logarithms of the target's recoil T (−t = 2MT in the target's rest frame) and of
/// the excess W² − m² of the system of projectile and X are uniform.
///
/// The electron may be the target, as in the laboratory, or the muon.
struct ExchangeMap: Sendable {
    let targetMass: Double
    let projectileMass: Double
    /// In the target's rest frame, GeV.
    let projectileEnergy: Double
    let projectileMomentum: Double
    /// The recoils that are asked for, GeV.
    let window: ClosedRange<Double>

    init(targetMass: Double, projectileMass: Double, projectileEnergy: Double, window: ClosedRange<Double>) {
        self.targetMass = targetMass
        self.projectileMass = projectileMass
        self.projectileEnergy = projectileEnergy
        projectileMomentum =
            ((projectileEnergy - projectileMass) * (projectileEnergy + projectileMass)).squareRoot()
        self.window = window
    }

    /// The recoils at which an X of a mass can be made; nil for none.
    func recoils(mass: Double) -> ClosedRange<Double>? {
        guard
            let open = FixedTargetEmission(
                beamEnergy: projectileEnergy, muonMass: projectileMass, electronMass: targetMass, bosonMass: mass
            ).recoilRange
        else { return nil }
        let lower = max(open.lowerBound, window.lowerBound)
        let upper = min(open.upperBound, window.upperBound)
        return lower > 0 && lower < upper ? lower...upper : nil
    }

    /// W² − m² at a recoil; nil where it is closed.
    func excesses(mass: Double, recoil: Double) -> ClosedRange<Double>? {
        let momentum = (recoil * (recoil + 2 * targetMass)).squareRoot()
        let smallest = mass * (2 * projectileMass + mass)
        let largest =
            2 * (projectileMomentum * momentum - projectileEnergy * recoil) - 2 * targetMass * recoil
        return smallest > 0 && smallest < largest ? smallest...largest : nil
    }

    /// The recoil and the excess of two uniform numbers; nil outside of phase space.
    func point(mass: Double, _ u0: Double, _ u1: Double) -> (recoil: Double, excess: Double)? {
        guard let recoils = recoils(mass: mass) else { return nil }
        let recoil = recoils.lowerBound * exp(u0 * log(recoils.upperBound / recoils.lowerBound))
        guard let excesses = excesses(mass: mass, recoil: recoil) else { return nil }
        return (recoil, excesses.lowerBound * exp(u1 * log(excesses.upperBound / excesses.lowerBound)))
    }

    /// The density of points, a unit of three-body phase space: the inverse of dΦ₃/du; zero outside of the map.
    ///
    /// - Parameter flux: p √s of the collision, GeV².
    func density(mass: Double, recoil: Double, excess: Double, flux: Double) -> Double {
        guard let recoils = recoils(mass: mass), recoils.contains(recoil),
            let excesses = excesses(mass: mass, recoil: recoil), excesses.contains(excess)
        else { return 0 }
        let logarithms =
            log(recoils.upperBound / recoils.lowerBound) * log(excesses.upperBound / excesses.lowerBound)
        let system = (excess + projectileMass * projectileMass).squareRoot()
        let decay = TwoBody.momentum(total: system, first: projectileMass, second: mass)
        // dΦ₃ = dW²/2π · 2M dT/(16π p√s) · k*/(4πW) · dΩ*/4π.
        let element =
            2 * targetMass * recoil * excess * logarithms * decay
            / (2 * .pi * 16 * .pi * flux * 4 * .pi * system)
        return element > 0 ? 1 / element : 0
    }
}
