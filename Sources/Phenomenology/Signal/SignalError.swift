/// What makes a signal prediction impossible, with the values and the remedy.
public enum SignalError: Error, Equatable, CustomStringConvertible {
    case massAboveThreshold(mass: Double, threshold: Double, beamEnergy: Double)
    case massNotPositive(Double)
    case couplingNegative(Double)
    case beamTooSlow(beamEnergy: Double, muonMass: Double)
    case angleOutOfRange(name: String, value: Double)
    case invalidElectronEnergy(Double)
    case emptyElectronWindow(lower: Double, upper: Double)
    case toleranceOutOfRange(Double)
    case lengthNotPositive(name: String, value: Double)

    public var description: String {
        switch self {
        case .massAboveThreshold(let mass, let threshold, let beamEnergy):
            "a Z′ of \(mass * 1e3) MeV cannot be made by \(beamEnergy) GeV muons on electrons at rest: the threshold is "
                + "√s − m_μ − m_e = \(threshold * 1e3) MeV; choose a smaller mass or a higher beam energy"
        case .massNotPositive(let mass):
            "the Z′ mass \(mass) GeV is not a positive number: the cross section diverges for a massless boson; "
                + "give a mass above zero"
        case .couplingNegative(let coupling):
            "the coupling \(coupling) is not a number of at least zero: only its square enters; give its magnitude"
        case .beamTooSlow(let beamEnergy, let muonMass):
            "the beam energy \(beamEnergy) GeV does not exceed the muon's mass \(muonMass) GeV: "
                + "give the total energy of the muons in GeV"
        case .angleOutOfRange(let name, let value):
            "the \(name) \(value) rad is not between 0 and π/2: give an angle to the beam in radians"
        case .invalidElectronEnergy(let energy):
            "the electron-energy cut \(energy) GeV is not a number of at least zero: give a total energy in GeV, or none"
        case .emptyElectronWindow(let lower, let upper):
            "the electron-energy window from \(lower) GeV to \(upper) GeV is empty: give the smaller energy first"
        case .toleranceOutOfRange(let tolerance):
            "the relative tolerance \(tolerance) is not between 1e-12 and 1: choose one in this range"
        case .lengthNotPositive(let name, let value):
            "the \(name) \(value) m is not a number above zero: give a length in metres"
        }
    }
}
