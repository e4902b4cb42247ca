import BuildGraph
import Foundation
import Manuscript
import MuoneCommon
import MuoneComputations
import NumericalMethods
import Reference

/// The numbers and tables of the section on the muon's magnetic moment.
enum MagneticMomentNumbers {
    private static let teraElectronVolt = DisplayUnit("TeV", factor: 1e3)

    static func quantities(_ nodes: MagneticMomentNodes) -> [Quantity] {
        [
            Quantity(
                "gminus2/singlet/vector", "largest mass of a vector singlet", in: teraElectronVolt, .digits(2),
                from: nodes.vectorMass
            ) { $0 },
            Quantity(
                "gminus2/singlet/scalar", "largest mass of a scalar singlet", in: teraElectronVolt, .digits(2),
                from: nodes.scalarMass
            ) { $0 },
            Quantity(
                "gminus2/published-singlet/vector", "the vector's for the deviation of Capdevilla et al.",
                in: teraElectronVolt, .digits(3), from: nodes.publishedVectorMass
            ) { $0 },
            Quantity(
                "gminus2/published-singlet/scalar", "the scalar's for the deviation of Capdevilla et al.",
                in: teraElectronVolt, .digits(3), from: nodes.publishedScalarMass
            ) { $0 },
            Quantity(
                "gminus2/massless/scalar", "Δa of a light scalar at g = 1e-4",
                in: DisplayUnit("1e-10", factor: 1e-10), .digits(3), from: nodes.masslessScalar),
            Quantity(
                "gminus2/massless/vector", "Δa of a light vector at g = 1e-4",
                in: DisplayUnit("1e-10", factor: 1e-10), .digits(3), from: nodes.masslessVector),
        ]
    }

    /// Rows of the named inputs: name, Δa_μ, its significance, and the masses at which the band is allowed.
    static func table(_ nodes: MagneticMomentNodes) -> Node<NumbersFile.Passage> {
        Node(
            "paper/table-gminus2",
            from: Node("gminus2/windows", collecting: nodes.windows.map(\.node)),
            parameters: nodes.windows.map(\.input)
        ) { inputs, windows in
            let rows = zip(inputs, windows).map { input, windows in
                let deviation = input.deviation
                let value = MagneticMomentText.shortText(deviation)
                let ranges = windows.map { "\(megaElectronVolt($0.lower))--\(megaElectronVolt($0.upper))" }
                let allowed =
                    deviation.shifted(bySigmas: -MagneticMomentNodes.windowSigmas) <= 0
                    ? "upper limit" : ranges.isEmpty ? "none" : ranges.joined(separator: ", ")
                let sources = "\\cite{\(deviation.sources.map(\.rawValue).joined(separator: ","))}"
                return "\(input.rawValue)~\(sources) & $\(value)$ & "
                    + "$\(String(format: "%.1f", deviation.value / deviation.uncertainty))$ & \(allowed) \\\\"
            }
            return NumbersFile.Passage("table/gminus2", rows.joined(separator: "\n  "))
        }
    }

    private static func megaElectronVolt(_ mass: Estimate) -> String { String(format: "%.3g", mass.value * 1e3) }
}
