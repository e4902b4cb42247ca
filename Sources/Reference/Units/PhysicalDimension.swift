/// What kind of quantity a number is. Each dimension has one internal unit (GeV, rad, fb …) and the units that people write.
public enum PhysicalDimension: String, Codable, Sendable, CaseIterable {
    case dimensionless
    case energy
    case energySquared
    case inverseEnergy
    case inverseEnergySquared
    case angle
    case crossSection
    case integratedLuminosity

    /// The unit that numbers of this dimension have inside the program.
    public var internalUnit: UnitOfMeasure { units[0] }

    /// The magnitudes, in the internal unit, of what can be asked for besides zero: from far below to far above all that
    /// physics knows, and such that fourth powers are numbers. Energies end at the Planck scale, angles with the circle.
    public var magnitudes: ClosedRange<Double> {
        switch self {
        case .energy: 1e-15...1e19
        case .energySquared: 1e-30...1e38
        case .inverseEnergy: 1e-19...1e15
        case .inverseEnergySquared: 1e-38...1e30
        case .angle: 1e-12...(2 * .pi)
        case .dimensionless, .crossSection, .integratedLuminosity: 1e-30...1e30
        }
    }

    /// A value in the internal unit as people write it: `0.01 GeV`, `12`.
    public func text(_ value: Double) -> String {
        self == .dimensionless ? "\(value)" : "\(value) \(internalUnit.symbol)"
    }

    /// Every unit that is understood, the internal one first.
    public var units: [UnitOfMeasure] {
        switch self {
        case .dimensionless:
            [UnitOfMeasure(symbol: "1", factor: 1)]
        case .energy:
            [
                UnitOfMeasure(symbol: "GeV", factor: 1), UnitOfMeasure(symbol: "MeV", factor: 1e-3),
                UnitOfMeasure(symbol: "keV", factor: 1e-6), UnitOfMeasure(symbol: "eV", factor: 1e-9),
                UnitOfMeasure(symbol: "TeV", factor: 1e3),
            ]
        case .energySquared:
            [
                UnitOfMeasure(symbol: "GeV2", factor: 1), UnitOfMeasure(symbol: "MeV2", factor: 1e-6),
                UnitOfMeasure(symbol: "eV2", factor: 1e-18), UnitOfMeasure(symbol: "TeV2", factor: 1e6),
            ]
        case .inverseEnergy:
            [UnitOfMeasure(symbol: "1/GeV", factor: 1), UnitOfMeasure(symbol: "1/MeV", factor: 1e3)]
        case .inverseEnergySquared:
            [
                UnitOfMeasure(symbol: "GeV-2", factor: 1), UnitOfMeasure(symbol: "MeV-2", factor: 1e6),
                UnitOfMeasure(symbol: "1/GeV2", factor: 1), UnitOfMeasure(symbol: "1/MeV2", factor: 1e6),
            ]
        case .angle:
            [
                UnitOfMeasure(symbol: "rad", factor: 1), UnitOfMeasure(symbol: "mrad", factor: 1e-3),
                UnitOfMeasure(symbol: "urad", factor: 1e-6), UnitOfMeasure(symbol: "deg", factor: .pi / 180),
            ]
        case .crossSection:
            [
                UnitOfMeasure(symbol: "fb", factor: 1), UnitOfMeasure(symbol: "pb", factor: 1e3),
                UnitOfMeasure(symbol: "nb", factor: 1e6), UnitOfMeasure(symbol: "ub", factor: 1e9),
                UnitOfMeasure(symbol: "mb", factor: 1e12),
            ]
        case .integratedLuminosity:
            [
                UnitOfMeasure(symbol: "1/fb", factor: 1), UnitOfMeasure(symbol: "1/pb", factor: 1e-3),
                UnitOfMeasure(symbol: "1/nb", factor: 1e-6), UnitOfMeasure(symbol: "1/ub", factor: 1e-9),
            ]
        }
    }
}

/// A unit as people write it, and its size in the internal unit of its dimension.
public struct UnitOfMeasure: Codable, Hashable, Sendable {
    public var symbol: String
    public var factor: Double

    public init(symbol: String, factor: Double) {
        self.symbol = symbol
        self.factor = factor
    }
}
