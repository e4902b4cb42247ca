import LimitModel
import MixingPhysics
import NumericalMethods
import Plotting
import Reference

extension BoundedLimit where B == SolarScatteringBound {
    /// Borexino's rate of ⁷Be neutrinos alone, recast here: another bound than the published line. It does not count
    /// towards what is excluded, as its allowance is assumed.
    ///
    /// - Parameters:
    ///   - allowedExcess: (rate − SM rate)/(SM rate) that is not excluded, > 0. The measurement's uncertainty and that of
    ///     the flux leave 8 % to 16 %.
    ///   - treeLevelMixing: ε₀; where it cancels the loops the curve is that above which all couplings are excluded.
    package static func borexinoRecast(
        allowedExcess: Double = SolarScatteringRecast.standardExcess, treeLevelMixing: Double = 0
    ) -> Self {
        let bound = SolarScatteringBound(
            SolarScatteringRecast(
                line: .beryllium7, smallestRecoil: 0, largestRecoil: 1e-3, allowedExcess: allowedExcess),
            treeLevelMixing: treeLevelMixing)
        return BoundedLimit(
            LimitDeclaration(
                facts: LimitFacts(
                    name: "borexino-recast", label: "Borexino (recast)",
                    process: "solar ${}^7$Be neutrinos on electrons, through \(MixingText.carrier(treeLevelMixing))",
                    kind: .computed, role: .limit, confidenceLevel: 0.90,
                    sources: [.borexino2011, .harnik2012, .pdg2022],
                    inputs: [
                        .init("neutrino energy", "862\\,keV, all recoils"),
                        .init("flavours", "averaged vacuum oscillations, $\\sin^2\\theta_{23}=0.5$"),
                        .init("measured", "$46.0\\pm2.2$ counts per day and 100\\,t"),
                        .init(
                            "allowed excess of the rate",
                            "\(decimal(100 * allowedExcess))\\,\\%"
                                + (allowedExcess == SolarScatteringRecast.standardExcess
                                    ? " (16\\,\\% with the uncertainty of the flux)" : "")),
                    ] + MixingText.treeLevelInputs(treeLevelMixing), masses: bound.validity),
                look: LimitLook(.black, .dotted), order: 5, excludes: false,
                maps: [
                    .landscape: .along(.below, at: 0.22, text: "recast"),
                    .landscapeZoom: .along(.below, at: 0.47),
                    .kineticMixing: .along(.below, at: 0.56, text: "recast"),
                ]), bound)
    }
}
