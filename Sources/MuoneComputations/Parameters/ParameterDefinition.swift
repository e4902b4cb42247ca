import Foundation
import Reference

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
    public var assign: @Sendable (inout PaperParameters, String) throws -> Void

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
        _ path: WritableKeyPath<PaperParameters, Double> & Sendable
    ) -> ParameterDefinition {
        let shown = dimension.units.first { $0.symbol == unit } ?? dimension.internalUnit
        return ParameterDefinition(
            name: name, meaning: meaning, kind: .number(dimension),
            text: { parameters in
                let number = String(format: "%.10g", parameters[keyPath: path] / shown.factor)
                return dimension == .dimensionless
                    ? number : number + (shown.symbol.hasPrefix("1/") ? String(shown.symbol.dropFirst()) : shown.symbol)
            },
            assign: { parameters, text in parameters[keyPath: path] = try dimension.value(of: text) })
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
    /// Every parameter that `--set` knows, in the order in which they are listed.
    public static let definitions: [ParameterDefinition] = [
        .number("beam.energy", "total energy of the beam muons", .energy, \.beamEnergy),
        .number("beam.luminosity", "integrated luminosity", .integratedLuminosity, \.luminosity),
        .number("cuts.theta", "smallest muon scattering angle", .angle, shownIn: "mrad", \.minimumMuonAngle),
        .number("cuts.electron-min", "smallest electron energy", .energy, \.minimumElectronEnergy),
        .number("cuts.electron-max", "largest electron energy", .energy, \.maximumElectronEnergy),
        .number("light.mass", "mass of the light benchmark", .energy, shownIn: "MeV", \.light.mass),
        .number("light.coupling", "coupling of the light benchmark", .dimensionless, \.light.coupling),
        .number("heavy.mass", "mass of the heavy benchmark", .energy, shownIn: "MeV", \.heavy.mass),
        .number("heavy.coupling", "coupling of the heavy benchmark", .dimensionless, \.heavy.coupling),
        .number("reach.events", "signal events that the reach asks for", .dimensionless, \.requiredEvents),
        .choice("gminus2", "measurement that defines the favoured band", \.magneticMoment),
        .number(
            "constants.inverse-alpha", "1/α of the photon's coupling", .dimensionless,
            \.particles.inverseFineStructure),
        .number(
            "constants.electron-mass", "electron mass", .energy, shownIn: "MeV", \.particles.electronMass),
        .number("constants.muon-mass", "muon mass", .energy, shownIn: "MeV", \.particles.muonMass),
        .number("constants.tau-mass", "tau mass", .energy, shownIn: "MeV", \.particles.tauMass),
        .number(
            "constants.sin2-theta-w", "sin² of the weak mixing angle", .dimensionless,
            \.particles.weakMixingAngleSquared),
        .number("grid.mass-min", "smallest mass of the scans", .energy, shownIn: "MeV", \.massGrid.lower),
        .number("grid.mass-max", "largest mass of the scans", .energy, shownIn: "MeV", \.massGrid.upper),
        .count("grid.masses", "masses in the scans", \.massGrid.count),
        .count("grid.angles", "angles in the figure of the elastic bound", \.angleCount),
        .count("grid.energies", "points of the electron's spectrum", \.spectrumCount),
        .number(
            "landscape.mass-min", "smallest mass of the landscape", .energy, shownIn: "MeV", \.landscape.masses.lower),
        .number("landscape.mass-max", "largest mass of the landscape", .energy, \.landscape.masses.upper),
        .count("landscape.masses", "masses of the landscape", \.landscape.masses.count),
        .number("landscape.beam-energy", "second beam energy of MUonE's reach", .energy, \.landscape.secondBeamEnergy),
        .number("ccfr.energy", "neutrino energy of CCFR's cross section", .energy, \.landscape.ccfrEnergy),
        .number("charm2.energy", "neutrino energy of CHARM-II's cross section", .energy, \.landscape.charmIIEnergy),
        .number(
            "mixing.tree-level", "kinetic mixing beside that of the loop", .dimensionless, \.landscape.treeLevelMixing),
        .number("borexino.excess", "allowed excess of Borexino's rate", .dimensionless, \.landscape.borexinoExcess),
        .number(
            "neutrinos.decoupling-temperature", "temperature at which neutrinos decouple", .energy, shownIn: "MeV",
            \.landscape.decouplingTemperature),
        .number("na62.background", "background events B of NA62", .dimensionless, \.landscape.kaonBackground),
        .number(
            "na62.systematic", "relative uncertainty κ of that background", .dimensionless, \.landscape.kaonSystematic),
        .number(
            "dark-matter.ratio", "mass of the boson over that of dark matter", .dimensionless,
            \.landscape.darkMatterRatio),
        .choice("figures.style", "what all figures are drawn for", \.figureStyle),
    ]

    /// Applies one `name=value`.
    public mutating func set(_ assignment: String) throws {
        guard let equals = assignment.firstIndex(of: "=") else {
            throw ParameterError.notAnAssignment(text: assignment)
        }
        let name = String(assignment[..<equals]).trimmingCharacters(in: .whitespaces)
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
