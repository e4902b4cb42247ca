#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// How the charge of a nucleus is spread: F(q²), one at q = 0, from the root mean square radius r.
package enum NuclearFormFactor: String, Codable, Hashable, Sendable, CaseIterable {
    /// exp(−q²r²/6).
    case gaussian
    /// Two s and Z − 2 p protons in a harmonic oscillator: (1 − (Z−2)a²q²/6Z) exp(−a²q²/4), of which r² = 2a² for Z = 4.
    /// Hofstadter, Ann. Rev. Nucl. Sci. 7, 231 (1957). Beryllium only.
    case oscillator
    /// One: no size.
    case point

    /// Where kicks by a point nucleus end, as no size makes them rare. Radians.
    package static let largestPointKick = 0.02
}

/// F² of one nucleus as a function of q² in GeV².
struct SquaredFormFactor: Hashable, Sendable {
    /// F² = (1 − `quadratic` q²)² exp(−`slope` q²), GeV⁻².
    let quadratic: Double
    let slope: Double

    /// - Parameter length: ħc in GeV fm.
    init(_ formFactor: NuclearFormFactor, material: Material, length: Double) throws(ScatteringError) {
        let radius = material.chargeRadius / length
        switch formFactor {
        case .gaussian: (quadratic, slope) = (0, radius * radius / 3)
        case .point: (quadratic, slope) = (0, 0)
        case .oscillator:
            let charge = Double(material.atomicNumber)
            guard charge == 4 else { throw .oscillatorUndefined(material: material.name) }
            let size = 0.5 * radius * radius
            (quadratic, slope) = ((charge - 2) * size / (6 * charge), 0.5 * size)
        }
    }

    func value(_ square: Double) -> Double {
        let factor = 1 - quadratic * square
        return factor * factor * exp(-slope * square)
    }

    /// 1 − F², without cancellation at small q².
    func complement(_ square: Double) -> Double {
        let factor = quadratic * square
        return -expm1(-slope * square) + exp(-slope * square) * factor * (2 - factor)
    }
}
