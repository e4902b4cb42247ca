import Foundation

/// Arguments for which the elastic channel gives no answer. GeV.
public enum ElasticError: Error, Equatable, CustomStringConvertible {
    case recoilOutOfRange(recoil: Double, maximum: Double)
    case badBins(lower: Double, upper: Double, count: Int)
    case badMass(mass: Double, model: String)
    /// The boson can be emitted on its mass shell inside the measured range.
    case poleInRange(mass: Double, below: Double)
    case badCoupling(Double)
    case badTarget(Double)
    case outOfReach(chiSquared: Double, mass: Double, largestCoupling: Double)

    public var description: String {
        switch self {
        case .recoilOutOfRange(let recoil, let maximum):
            "elastic scattering cannot give the electron a kinetic energy of \(recoil) GeV: "
                + "choose one above 0 and up to \(maximum) GeV"
        case .badBins(let lower, let upper, let count):
            "\(count) bins from \(lower) to \(upper) GeV are not possible: give at least one, between two ascending energies above 0"
        case .badMass(let mass, let model):
            "a boson of \(mass) GeV is not possible for \(model): give a finite mass above 0"
        case .poleInRange(let mass, let below):
            "with a beam of mu- a boson of \(mass) GeV that turns a muon into an electron is emitted on its mass shell: "
                + "give a mass above \(below) GeV, or a beam of mu+"
        case .badCoupling(let coupling): "a coupling of \(coupling) is not possible: give a finite one, not below 0"
        case .outOfReach(let target, let mass, let largest):
            "with a boson of \(mass) GeV no coupling up to \(largest) (g^2 = 4 pi) reaches a chi^2 of \(target): "
                + "ask for a smaller one, or another mass"
        case .badTarget(let target): "no coupling reaches a chi^2 of \(target): give a number above 0"
        }
    }
}
