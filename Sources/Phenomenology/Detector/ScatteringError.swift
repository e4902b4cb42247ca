/// What makes a prediction of scattering in matter impossible, with the values and the remedy.
package enum ScatteringError: Error, Equatable, CustomStringConvertible {
    case oscillatorUndefined(material: String)
    case thickness(Double)
    case energy(Double, mass: Double)
    case angle(Double)
    case resolution(name: String, value: Double)

    package var description: String {
        switch self {
        case .oscillatorUndefined(let material):
            "the oscillator form factor describes the p shell of light nuclei and is made for beryllium, not for "
                + "\(material): choose form-factor=gaussian or point"
        case .thickness(let thickness):
            "a thickness of \(thickness) m is not possible: give a finite one of at least zero"
        case .energy(let energy, let mass):
            "\(energy) GeV is not the total energy of a muon of \(mass) GeV: give a finite energy above its mass"
        case .angle(let angle):
            "an angle of \(angle) rad is not between 0 and π/2: give an angle to the muon's direction in radians"
        case .resolution(let name, let value):
            "a \(name) of \(value) is not possible: give a finite number of at least zero"
        }
    }
}
