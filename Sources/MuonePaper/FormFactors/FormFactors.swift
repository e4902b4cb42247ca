import BuildGraph
import ElasticPhysics
import FormFactorPhysics
import Manuscript
import MuoneParameters
import NumericalMethods
import PaperKit
import Reference

extension Section {
    /// The photon–muon vertex with the boson in the loop.
    package static func formFactors(_ p: PaperParameters) -> Section {
        // −q² of the recoils that MUonE counts, up to the kinematic limit.
        let momenta = Node(
            "form-factors/momenta",
            MeasuredMomenta(
                particles: p.particles, beamEnergy: p.beamEnergy, smallestRecoil: ElasticBins.smallestRecoil))
        let map = Node(
            "form-factors/map",
            FormFactorMap(particles: p.particles, masses: FormFactorRange.masses, momenta: FormFactorRange.momenta))
        func curves(_ name: String, _ benchmark: Benchmark) -> Node<FormFactorCurves.Curves> {
            Node(
                "form-factors/\(name)",
                FormFactorCurves(particles: p.particles, mass: benchmark.mass, momenta: FormFactorRange.momenta))
        }
        func facts(_ name: String, _ benchmark: Benchmark) -> Node<FormFactorFacts.Facts> {
            Node(
                "form-factors/\(name)-facts",
                FormFactorFacts(particles: p.particles, beamEnergy: p.beamEnergy, benchmark: benchmark))
        }
        return Section("form-factors") {
            Figure.formFactors(map, momenta, p)
            Figure.formFactorSizes(light: curves("light", p.light), heavy: curves("heavy", p.heavy), momenta, p)
            numbers("light", facts("light", p.light))
            numbers("heavy", facts("heavy", p.heavy))
            Quantity(
                "form-factors/smallest-momentum", "-q2 of the smallest recoil that counts, GeV2", .digits(3),
                from: momenta
            ) { $0.smallest }
            Quantity(
                "form-factors/largest-momentum", "-q2 of the largest recoil, GeV2", .digits(3), from: momenta
            ) { $0.largest }
        }
    }

    /// At one benchmark, which the ids name.
    private static func numbers(_ name: String, _ facts: Node<FormFactorFacts.Facts>) -> [Quantity] {
        let point = "\(name) benchmark, largest -q2"
        return [
            Quantity(
                ResultID("form-factors/{benchmark}/charge", name), "F1 over lambda, \(point)", .digits(3), from: facts
            ) { $0.charge },
            Quantity(
                ResultID("form-factors/{benchmark}/magnetic", name), "F2 over lambda, \(point)", .digits(3), from: facts
            ) { $0.magnetic },
            Quantity(
                ResultID("form-factors/{benchmark}/mixing", name), "mixing term over lambda, \(point)", .digits(3),
                from: facts
            ) { $0.mixing },
            Quantity(
                ResultID("form-factors/{benchmark}/magnetic-at-zero", name),
                "F2 over lambda, \(name) benchmark, q2 = 0",
                .digits(3), from: facts
            ) { $0.magneticAtZero },
            Quantity(
                ResultID("form-factors/{benchmark}/magnetic-share", name), "F2 over F2(0), \(point)", .digits(2),
                from: facts
            ) { $0.magneticShare },
            Quantity(
                ResultID("form-factors/{benchmark}/charge-over-mixing", name), "F1 over the mixing term, \(point)",
                .digits(2), from: facts
            ) { $0.chargeOverMixing },
            Quantity(
                ResultID("form-factors/{benchmark}/charge-shift", name), "relative change of the charge, \(point)",
                .digits(2), from: facts
            ) { $0.chargeShift },
        ]
    }
}

/// What the figures show, GeV and GeV².
enum FormFactorRange {
    static let masses = LogarithmicGrid(lower: 1e-3, upper: 1, count: 121)
    static let momenta = LogarithmicGrid(lower: 1e-4, upper: 1, count: 121)
}
