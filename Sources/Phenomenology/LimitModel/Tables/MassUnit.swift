/// A unit of mass, as people write it.
package enum MassUnit: String, Codable, Hashable, Sendable, CaseIterable {
    case millielectronvolt = "meV"
    case electronvolt = "eV"
    case kiloelectronvolt = "keV"
    case megaelectronvolt = "MeV"
    case gigaelectronvolt = "GeV"
    case teraelectronvolt = "TeV"

    /// The power of ten of one unit in GeV.
    package var exponent: Int {
        switch self {
        case .millielectronvolt: -12
        case .electronvolt: -9
        case .kiloelectronvolt: -6
        case .megaelectronvolt: -3
        case .gigaelectronvolt: 0
        case .teraelectronvolt: 3
        }
    }

    /// `MeV`, `MeV/c^2`, `[MeV]`, `Gev`; nil for what is none, and for `mev`, which may be a milli- or a megaelectronvolt.
    package init?(written text: String) {
        let stripped = text.filter { !$0.isWhitespace && !"[](){}".contains($0) }
        let bare = ["/c^2", "/c**2", "/c2", "/c²", "c^-2", "c⁻²", "/c^{2}"].reduce(stripped) { rest, end in
            rest.hasSuffix(end) ? String(rest.dropLast(end.count)) : rest
        }
        if let exact = Self(rawValue: bare) {
            self = exact
            return
        }
        let near = Self.allCases.filter { $0.rawValue.lowercased() == bare.lowercased() }
        guard near.count == 1 else { return nil }
        self = near[0]
    }

    /// The units that stand apart in a text.
    package static func all(in text: String) -> [MassUnit] {
        text.split { !($0.isLetter || "^²".contains($0)) }.compactMap { Self(rawValue: String($0)) }
    }
}
