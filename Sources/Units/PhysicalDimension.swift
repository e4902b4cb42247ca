/// What kind of quantity a number is: one internal unit (GeV, rad, fb …) and the units that people write.
public struct PhysicalDimension: Codable, Sendable, Hashable {
    /// For messages: `energy`.
    public let name: String
    /// Every unit that is understood, the internal one first.
    public let units: [UnitOfMeasure]
    /// The magnitudes, in the internal unit, of what can be asked for besides zero: from far below to far above all that
    /// is known, and such that fourth powers are numbers.
    public let magnitudes: ClosedRange<Double>

    /// - Parameters:
    ///   - unit: the unit that numbers of this dimension have inside a program.
    ///   - others: further units by their symbols, with their sizes in that unit.
    public init(
        _ name: String, unit: String, others: KeyValuePairs<String, Double> = [:],
        magnitudes: ClosedRange<Double> = 1e-30...1e30
    ) {
        self.name = name
        units =
            [UnitOfMeasure(symbol: unit, factor: 1)] + others.map { UnitOfMeasure(symbol: $0.key, factor: $0.value) }
        self.magnitudes = magnitudes
    }

    /// The unit that numbers of this dimension have inside the program.
    public var internalUnit: UnitOfMeasure { units[0] }

    /// A value in the internal unit as people write it: `0.01 GeV`, `12`.
    public func text(_ value: Double) -> String {
        self == .dimensionless ? "\(value)" : "\(value) \(internalUnit.symbol)"
    }
}

extension PhysicalDimension {
    /// Pure numbers, which are written without a unit.
    public static let dimensionless = PhysicalDimension("dimensionless", unit: "1")
    /// Ends at the Planck scale.
    public static let energy = PhysicalDimension(
        "energy", unit: "GeV", others: ["MeV": 1e-3, "keV": 1e-6, "eV": 1e-9, "TeV": 1e3], magnitudes: 1e-15...1e19)
    /// Squared energies and momenta, GeV².
    public static let energySquared = PhysicalDimension(
        "energy squared", unit: "GeV2", others: ["MeV2": 1e-6, "eV2": 1e-18, "TeV2": 1e6], magnitudes: 1e-30...1e38)
    /// Inverse energies, 1/GeV.
    public static let inverseEnergy = PhysicalDimension(
        "inverse energy", unit: "1/GeV", others: ["1/MeV": 1e3], magnitudes: 1e-19...1e15)
    /// Inverse squared energies, GeV⁻².
    public static let inverseEnergySquared = PhysicalDimension(
        "inverse energy squared", unit: "GeV-2", others: ["MeV-2": 1e6, "1/GeV2": 1, "1/MeV2": 1e6],
        magnitudes: 1e-38...1e30)
    /// Ends with the circle.
    public static let angle = PhysicalDimension(
        "angle", unit: "rad", others: ["mrad": 1e-3, "urad": 1e-6, "deg": .pi / 180], magnitudes: 1e-12...(2 * .pi))
    /// Cross sections, fb.
    public static let crossSection = PhysicalDimension(
        "cross section", unit: "fb", others: ["pb": 1e3, "nb": 1e6, "ub": 1e9, "mb": 1e12])
    /// Integrated luminosities, 1/fb.
    public static let integratedLuminosity = PhysicalDimension(
        "integrated luminosity", unit: "1/fb", others: ["1/pb": 1e-3, "1/nb": 1e-6, "1/ub": 1e-9])
    /// Lengths, m.
    public static let length = PhysicalDimension(
        "length", unit: "m", others: ["km": 1e3, "cm": 1e-2, "mm": 1e-3, "um": 1e-6, "nm": 1e-9, "fm": 1e-15])
    /// Rates, 1/s.
    public static let rate = PhysicalDimension(
        "rate", unit: "1/s", others: ["Hz": 1, "kHz": 1e3, "MHz": 1e6, "1/ms": 1e3, "1/us": 1e6, "1/ns": 1e9])
    /// Times, s.
    public static let time = PhysicalDimension(
        "time", unit: "s", others: ["ms": 1e-3, "us": 1e-6, "ns": 1e-9, "ps": 1e-12, "min": 60, "h": 3600])

    /// Those of this module: where a unit is of another one than was asked for, a message says of which.
    public static let known: [PhysicalDimension] = [
        .dimensionless, .energy, .energySquared, .inverseEnergy, .inverseEnergySquared, .angle, .crossSection,
        .integratedLuminosity, .length, .rate, .time,
    ]
}

/// A unit as people write it, and its size in the internal unit of its dimension.
public struct UnitOfMeasure: Codable, Hashable, Sendable {
    /// As it is written behind a number: `MeV`, `1/fb`.
    public var symbol: String
    /// One of this unit in the internal unit: 1e-3 for MeV where GeV is the internal one.
    public var factor: Double

    /// A unit of some dimension, which knows it only by its size.
    public init(symbol: String, factor: Double) {
        self.symbol = symbol
        self.factor = factor
    }
}
