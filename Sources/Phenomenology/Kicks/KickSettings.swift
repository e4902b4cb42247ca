import DetectorPhysics
import SignalPhysics

/// What a sample of kicked events is about.
///
/// The muon scatters before or after the vertex, which is uniform in the target; the electron in the rest of the target, on nuclei
/// as a whole. Events whose elastic muon passes the angle cut by itself do not belong to it: they are what leaks
/// (``LeakedElasticEvents``).
package struct KickSettings: Codable, Hashable, Sendable {
    package var elastic: ElasticScattering
    package var position: KickPosition
    package var detector: DetectorModel
    /// Of the muon's scattering.
    package var formFactor: NuclearFormFactor
    /// Of the muon's scattering: on protons one by one, too.
    package var isIncoherent: Bool
    /// On what is measured.
    package var cuts: SelectionCuts

    package init(
        elastic: ElasticScattering, position: KickPosition, detector: DetectorModel = DetectorModel(),
        formFactor: NuclearFormFactor = .gaussian, isIncoherent: Bool = false, cuts: SelectionCuts
    ) {
        self.elastic = elastic
        self.position = position
        self.detector = detector
        self.formFactor = formFactor
        self.isIncoherent = isIncoherent
        self.cuts = cuts
    }

    func validate() throws {
        try cuts.validate()
        try detector.validate()
    }
}
