import Computing
import DetectorPhysics
import NumericalMethods

/// σ(μe → μeγ) within cuts, fb, by a randomised quasi-Monte Carlo rule with its statistical error.
///
/// With a detector the window is in the measured energy of the electron (every other cut in true quantities), or, where there
/// is a largest ratio of the electron's angle to the elastic one, all of it in what ``DetectorModel`` measures.
package struct RadiativeCrossSection: Computation {
    package var process: RadiativeProcess
    package var cuts: RadiativeCuts
    package var detector: DetectorModel?
    /// r = θ_e/θ_el(E_e) stays below this.
    package var maximumRatio: Double?
    /// Of each of the 16 replicas.
    package var points: Int

    package init(
        process: RadiativeProcess, cuts: RadiativeCuts, detector: DetectorModel? = nil, maximumRatio: Double? = nil,
        points: Int = 40960
    ) {
        self.process = process
        self.cuts = cuts
        self.detector = detector
        self.maximumRatio = maximumRatio
        self.points = points
    }

    package func compute(_ input: ()) throws -> Estimate {
        try RadiativeHistogram(
            process: process, cuts: cuts, detector: detector, maximumRatio: maximumRatio, quantity: .all,
            edges: [0, 2],
            points: points
        ).compute(()).estimates[0]
    }
}
