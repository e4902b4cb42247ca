import MuoneParameters
import PaperKit

extension Section {
    /// Bosons that couple to electrons and muons, and those that turn one into the other: magnetic moments and muonium.
    package static func flavour(_ p: PaperParameters) -> Section {
        Section("flavour") {
            FlavourMoments.parts(p)
            FlavourMuonium.parts(p)
        }
    }
}

/// The masses at which the text gives numbers, GeV.
enum FlavourMass {
    static let light = 0.01
    /// The muon decays to this one.
    static let decay = 0.1
    static let heavy = 1.0
}
