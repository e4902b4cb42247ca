public struct SelectionCuts: Codable, Hashable, Sendable {
    public var minimumMuonAngle: Double
    public var minimumElectronEnergy: Double?
    public var maximumElectronEnergy: Double?
    public var maximumElectronAngle: Double?
    public init(minimumMuonAngle: Double = 0, minimumElectronEnergy: Double? = nil, maximumElectronEnergy: Double? = nil, maximumElectronAngle: Double? = nil) {
        self.minimumMuonAngle = minimumMuonAngle
        self.minimumElectronEnergy = minimumElectronEnergy
        self.maximumElectronEnergy = maximumElectronEnergy
        self.maximumElectronAngle = maximumElectronAngle
    }
    public static let published = SelectionCuts(minimumMuonAngle: 1.5e-3, minimumElectronEnergy: 1, maximumElectronEnergy: 25)
}
