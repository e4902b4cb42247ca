import Computing
import DetectorPhysics
import NumericalMethods
import SignalPhysics

/// The share of the signal measured within the cuts whose electron lies below a share of the elastic angle.
///
/// A mean over replicas, with its statistical error. The coupling of the point does not matter.
package struct VetoEfficiency: Computation {
    package var signal: MeasuredSignal
    /// Of θ_e/θ_el(E_e), as measured.
    package var ratioMaximum: Double
    /// Of each replica.
    package var points: Int

    package init(signal: MeasuredSignal, ratioMaximum: Double, points: Int = 65_536) {
        self.signal = signal
        self.ratioMaximum = ratioMaximum
        self.points = points
    }

    package func compute(_ input: ()) throws -> Estimate {
        guard ratioMaximum > 0 else { throw EfficiencyError.ratio(ratioMaximum) }
        let kinematics = try signal.kinematics()
        return try signal.efficiency(points: points) { $0.ratio(kinematics) < ratioMaximum }
    }
}

/// The share of the signal measured within the cuts whose electron and muon lie off a plane with the beam by more than an angle.
package struct AcoplanarityEfficiency: Computation {
    package var signal: MeasuredSignal
    /// Radians.
    package var minimum: Double
    /// Of each replica.
    package var points: Int

    package init(signal: MeasuredSignal, minimum: Double, points: Int = 65_536) {
        self.signal = signal
        self.minimum = minimum
        self.points = points
    }

    package func compute(_ input: ()) throws -> Estimate {
        guard minimum >= 0, minimum <= Double.pi else { throw EfficiencyError.acoplanarity(minimum) }
        return try signal.efficiency(points: points) { $0.acoplanarity > minimum }
    }
}

/// The signal events measured within the cuts whose electron lies below a share of the elastic angle.
///
/// Without such a share, only the electron's energy is as measured, and the angles are the true ones.
package struct MeasuredSignalYield: Computation {
    package var signal: MeasuredSignal
    /// fb⁻¹.
    package var luminosity: Double
    /// Of θ_e/θ_el(E_e), as measured.
    package var ratioMaximum: Double?
    /// Of each replica.
    package var points: Int

    package init(signal: MeasuredSignal, luminosity: Double, ratioMaximum: Double? = nil, points: Int = 65_536) {
        self.signal = signal
        self.luminosity = luminosity
        self.ratioMaximum = ratioMaximum
        self.points = points
    }

    package func compute(_ input: ()) throws -> Estimate {
        guard let ratioMaximum else { return try signal.energyWindow(points: points).scaled(by: luminosity) }
        guard ratioMaximum > 0 else { throw EfficiencyError.ratio(ratioMaximum) }
        let kinematics = try signal.kinematics()
        let samples = try signal.sums(1, points: points) { measured, weight, sums in
            if measured.ratio(kinematics) < ratioMaximum { sums[0] += weight }
        }
        return .mean(of: samples.map { ($0.first ?? 0) * luminosity })
    }
}
