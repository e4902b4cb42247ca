import BuildGraph
import Foundation
import Limits
import Manuscript
import MuoneCommon
import MuoneParameters
import NumericalMethods
import PaperKit
import Reference

/// Where the boson explains the deviation and is allowed.
enum MagneticMomentWindow {
    @ListBuilder<Claim>
    static func claims(_ windows: Node<[FavouredWindow.Window]>, _ chosen: MagneticMomentInput) -> [Claim] {
        // A range of round numbers says no more than its first digits.
        Claim(
            "viable-from", "the boson explains the deviation and evades the limits from $\\sim\(claimed: 10)$\\,MeV on",
            in: .megaElectronVolt, .asRounded(toDigits: 1), at: "section I", of: SourceKey.asai2022.rawValue,
            from: Claim.optionalValue("viable-from", windows) { $0.first?.lower }, reading: reading,
            explanation: explanation("viable-from", windows, chosen))
        Claim(
            "viable-to", "the same, up to $\\sim\(claimed: 200)$\\,MeV", in: .megaElectronVolt,
            .asRounded(toDigits: 1), at: "section I", of: SourceKey.asai2022.rawValue,
            from: Claim.optionalValue("viable-to", windows) { $0.first?.upper }, reading: reading,
            explanation: explanation("viable-to", windows, chosen))
    }

    private static let reading = ClaimReading.reading(
        "the masses at which part of the band of two standard deviations is below CCFR, BABAR and Borexino")

    private static func explanation(
        _ id: String, _ windows: Node<[FavouredWindow.Window]>, _ chosen: MagneticMomentInput
    ) -> Node<String> {
        Node("claims/\(id)/explanation", from: windows, parameters: chosen) { input, windows in
            guard let window = windows.first else {
                return
                    "The input '\(input.rawValue)' favours no coupling at two standard deviations, or none of them "
                    + "is allowed."
            }
            return "The window of the band of two standard deviations (input '\(input.rawValue)') is closed by "
                + "\(window.closedBelowBy ?? "the light elements") below and by "
                + "\(window.closedAboveBy ?? "the end of the search") above."
        }
    }
}

/// The table of the named inputs.
enum MagneticMomentTable {
    /// The standard deviations of the band that has to be excluded as a whole.
    static let sigmas = 2.0

    /// Name, Δa_μ, its significance, and the masses at which the band is allowed.
    static func rows(_ inputs: [MagneticMomentInput], _ windows: [[FavouredWindow.Window]]) throws -> String {
        try paired(inputs, windows).map { input, windows in
            let deviation = input.deviation
            let ranges = windows.map { "\(megaElectronVolt($0.lower))--\(megaElectronVolt($0.upper))" }
            let allowed =
                deviation.shifted(bySigmas: -sigmas) <= 0
                ? "upper limit" : ranges.isEmpty ? "none" : ranges.joined(separator: ", ")
            return "\(input.rawValue)~\(MagneticMomentText.citation(deviation)) & "
                + "$\(MagneticMomentText.shortText(deviation))$ & "
                + "$\(String(format: "%.1f", deviation.value / deviation.uncertainty))$ & \(allowed) \\\\"
        }.joined(separator: "\n  ")
    }

    private static func megaElectronVolt(_ mass: Estimate) -> String { decimal(mass.value * 1e3, digits: 3) }
}
