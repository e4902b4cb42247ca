import Foundation
import Phenomenology
import Units

/// A parameter as the command line sees it: name, meaning, unit, and how to read and change it.
public struct ParameterDefinition: Sendable {
    /// What values a parameter takes.
    public enum Kind: Sendable, Equatable {
        case number(PhysicalDimension)
        case count
        case choice([String])
    }

    /// Such as `cuts.theta`.
    public var name: String
    public var meaning: String
    public var kind: Kind
    /// The value with its unit.
    public var text: @Sendable (PaperParameters) -> String
    var assign: @Sendable (inout PaperParameters, String) throws -> Void
    /// What the value may be, where it is not: from far below to far above all that has been or will be measured, so that
    /// nothing computed from it is infinite, or zero by underflow. The relations between parameters are checked apart.
    var problem: @Sendable (PaperParameters) -> String? = { _ in nil }

    /// Whether a result of physics follows from it, and not only where curves are sampled or how they look.
    public var isPhysics: Bool {
        !["grid.", "landscape.mass", "figures."].contains { name.hasPrefix($0) }
    }

    /// What to write after `name=`.
    public var format: String {
        switch kind {
        case .number(.dimensionless): "a number"
        case .number(let dimension): "a number with a unit: " + dimension.units.map(\.symbol).joined(separator: ", ")
        case .count: "a whole number"
        case .choice(let names): "one of " + names.joined(separator: ", ")
        }
    }

    static func number(
        _ name: String, _ meaning: String, _ dimension: PhysicalDimension, shownIn unit: String? = nil,
        _ path: WritableKeyPath<PaperParameters, Double> & Sendable, _ range: ClosedRange<Double>, orZero: Bool = false
    ) -> ParameterDefinition {
        let shown = dimension.units.first { $0.symbol == unit } ?? dimension.internalUnit
        let text: @Sendable (Double) -> String = { value in
            let number = String(format: "%.10g", value / shown.factor)
            return dimension == .dimensionless
                ? number : number + (shown.symbol.hasPrefix("1/") ? String(shown.symbol.dropFirst()) : shown.symbol)
        }
        return ParameterDefinition(
            name: name, meaning: meaning, kind: .number(dimension), text: { text($0[keyPath: path]) },
            assign: { parameters, text in parameters[keyPath: path] = try dimension.value(of: text) },
            problem: { parameters in
                let value = parameters[keyPath: path]
                if range.contains(value) || orZero && value == 0 { return nil }
                return (orZero ? "zero, or " : "") + "from \(text(range.lowerBound)) to \(text(range.upperBound))"
            })
    }

    static func count(
        _ name: String, _ meaning: String, _ path: WritableKeyPath<PaperParameters, Int> & Sendable
    ) -> ParameterDefinition {
        ParameterDefinition(
            name: name, meaning: meaning, kind: .count, text: { String($0[keyPath: path]) },
            assign: { parameters, text in
                guard let value = Int(text) else { throw ParameterError.notAWholeNumber(name: name, text: text) }
                parameters[keyPath: path] = value
            })
    }

    static func choice<Choice: RawRepresentable<String> & CaseIterable & SendableMetatype>(
        _ name: String, _ meaning: String, _ path: WritableKeyPath<PaperParameters, Choice> & Sendable
    ) -> ParameterDefinition {
        let names = Choice.allCases.map(\.rawValue)
        return ParameterDefinition(
            name: name, meaning: meaning, kind: .choice(names), text: { $0[keyPath: path].rawValue },
            assign: { parameters, text in
                guard let choice = Choice(rawValue: text) else {
                    throw ParameterError.unknownChoice(name: name, text: text, choices: names)
                }
                parameters[keyPath: path] = choice
            })
    }
}

extension PaperParameters {
    // GeV.
    private static let beams = 0.05...1e5
    private static let neutrinoBeams = 0.1...1e5
    private static let benchmarkMasses = 1e-6...1e3
    private static let gridMasses = 1e-6...1e4
    private static let benchmarkCouplings = 1e-12...10
    /// Up to where the dark matter of the text's example is the lightest that freezes out.
    private static let darkMatterRatios = 2...(CosmologyNodes.exampleMass / ThermalTargets.masses.lowerBound)

    /// Every parameter that `--set` knows, in the order in which they are listed.
    public static let definitions: [ParameterDefinition] = [
        .number("beam.energy", "total energy of the beam muons", .energy, \.beamEnergy, beams),
        .number("beam.luminosity", "integrated luminosity", .integratedLuminosity, \.luminosity, 1e-9...1e12),
        .number(
            "cuts.theta", "smallest muon scattering angle", .angle, shownIn: "mrad", \.minimumMuonAngle,
            1e-9...(.pi / 2), orZero: true),
        .number("cuts.electron-min", "smallest electron energy", .energy, \.minimumElectronEnergy, 1e-5...1e6),
        .number("cuts.electron-max", "largest electron energy", .energy, \.maximumElectronEnergy, 1e-5...1e6),
        .number("light.mass", "mass of the light benchmark", .energy, shownIn: "MeV", \.light.mass, benchmarkMasses),
        .number(
            "light.coupling", "coupling of the light benchmark", .dimensionless, \.light.coupling, benchmarkCouplings),
        .number("heavy.mass", "mass of the heavy benchmark", .energy, shownIn: "MeV", \.heavy.mass, benchmarkMasses),
        .number(
            "heavy.coupling", "coupling of the heavy benchmark", .dimensionless, \.heavy.coupling, benchmarkCouplings),
        .number("reach.events", "signal events that the reach asks for", .dimensionless, \.requiredEvents, 1e-6...1e15),
        .choice("gminus2", "measurement that defines the favoured band", \.magneticMoment),
        .number(
            "constants.inverse-alpha", "1/α of the photon's coupling", .dimensionless,
            \.particles.inverseFineStructure, 20...2000),
        .number(
            "constants.electron-mass", "electron mass", .energy, shownIn: "MeV", \.particles.electronMass, 1e-5...0.005),
        .number("constants.muon-mass", "muon mass", .energy, shownIn: "MeV", \.particles.muonMass, 0.03...0.3),
        .number("constants.tau-mass", "tau mass", .energy, shownIn: "MeV", \.particles.tauMass, 0.5...5),
        .number(
            "constants.sin2-theta-w", "sin² of the weak mixing angle", .dimensionless,
            \.particles.weakMixingAngleSquared, 0.01...0.99),
        .number("grid.mass-min", "smallest mass of the scans", .energy, shownIn: "MeV", \.massGrid.lower, gridMasses),
        .number("grid.mass-max", "largest mass of the scans", .energy, shownIn: "MeV", \.massGrid.upper, gridMasses),
        .count("grid.masses", "masses in the scans", \.massGrid.count),
        .count("grid.angles", "angles in the figure of the elastic bound", \.angleCount),
        .count("grid.energies", "points of the electron's spectrum", \.spectrumCount),
        .number(
            "landscape.mass-min", "smallest mass of the landscape", .energy, shownIn: "MeV", \.landscape.masses.lower,
            gridMasses),
        .number("landscape.mass-max", "largest mass of the landscape", .energy, \.landscape.masses.upper, gridMasses),
        .count("landscape.masses", "masses of the landscape", \.landscape.masses.count),
        .number(
            "landscape.beam-energy", "second beam energy of MUonE's reach", .energy, \.landscape.secondBeamEnergy, beams
        ),
        .number(
            "ccfr.energy", "neutrino energy of CCFR's cross section", .energy, \.landscape.ccfrEnergy, neutrinoBeams),
        .number(
            "charm2.energy", "neutrino energy of CHARM-II's cross section", .energy, \.landscape.charmIIEnergy,
            neutrinoBeams),
        .number(
            "mixing.tree-level", "kinetic mixing beside that of the loop", .dimensionless, \.landscape.treeLevelMixing,
            (-1)...1),
        .number(
            "borexino.excess", "allowed excess of Borexino's rate", .dimensionless, \.landscape.borexinoExcess,
            1e-6...1e3),
        .number(
            "neutrinos.decoupling-temperature", "temperature at which neutrinos decouple", .energy, shownIn: "MeV",
            \.landscape.decouplingTemperature, 1e-4...1),
        .number("na62.background", "background events B of NA62", .dimensionless, \.landscape.kaonBackground, 0...1e15),
        .number(
            "na62.systematic", "relative uncertainty κ of that background", .dimensionless, \.landscape.kaonSystematic,
            0...1e3),
        .number(
            "dark-matter.ratio", "mass of the boson over that of dark matter", .dimensionless,
            \.landscape.darkMatterRatio, darkMatterRatios),
        .choice("figures.style", "what all figures are drawn for", \.figureStyle),
    ]

    /// The published parameters with changes `name=value`.
    ///
    /// - Throws: ``ParameterError``, also for a parameter that is set twice, as one of the two would be lost.
    public init(setting assignments: [String]) throws {
        self = .published
        var names: Set<String> = []
        for assignment in assignments {
            try set(assignment)
            let name = Self.name(in: assignment)
            guard names.insert(name).inserted else { throw ParameterError.repeated(name: name) }
        }
    }

    private static func name(in assignment: String) -> String {
        assignment.prefix { $0 != "=" }.trimmingCharacters(in: .whitespaces)
    }

    /// Applies one `name=value`.
    public mutating func set(_ assignment: String) throws {
        guard let equals = assignment.firstIndex(of: "=") else {
            throw ParameterError.notAnAssignment(text: assignment)
        }
        let name = Self.name(in: assignment)
        let text = String(assignment[assignment.index(after: equals)...]).trimmingCharacters(in: .whitespaces)
        guard let definition = Self.definitions.first(where: { $0.name == name }) else {
            throw ParameterError.unknownName(name: name, known: Self.definitions.map(\.name))
        }
        do {
            try definition.assign(&self, text)
        } catch let error as UnitError {
            throw ParameterError.badValue(name: name, reason: error)
        }
    }
}
