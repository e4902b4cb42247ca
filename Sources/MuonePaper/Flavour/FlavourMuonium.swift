import BuildGraph
import Manuscript
import MomentPhysics
import MuoneCommon
import MuoneParameters
import NumericalMethods
import PaperKit
import Reference

/// The conversion of muonium to antimuonium.
enum FlavourMuonium {
    private static let small = DisplayUnit("1e-4", factor: 1e-4)

    @ListBuilder<SectionPart>
    static func parts(_ p: PaperParameters) -> [SectionPart] {
        let facts = Node("muonium/facts", MuoniumFacts(particles: p.particles))
        // The coupling by the published formula, and from the Lagrangian.
        let publishedVector = limit(.vector, .published, FlavourMass.heavy, p)
        let derivedVector = limit(.vector, .derived, FlavourMass.heavy, p)
        let derivedScalar = limit(.scalar, .derived, FlavourMass.heavy, p)
        let publishedLight = limit(.vector, .published, FlavourMass.decay, p)
        let decayRatio = Node(
            "muonium/decay-ratio",
            FlavourDecayRatio(particles: p.particles, mediator: .vector, mass: FlavourMass.decay), from: publishedLight)
        Quantity(
            "muonium/matrix-element", "largest mixing of muonium and antimuonium, one state, no field",
            in: DisplayUnit("1e-24 GeV", factor: 1e-24), .digits(4), from: facts
        ) { $0.matrixElement }
        Quantity(
            "muonium/mixing", "tangent of twice the angle that mixes the spin states at 0.1 T", .digits(2), from: facts
        ) { $0.mixing }
        Quantity(
            "muonium/published/heavy", "published formula's limit at 1 GeV", in: small, .digits(4),
            from: publishedVector
        ) { $0 }
        Quantity(
            "muonium/published/light", "published formula's limit at 100 MeV", in: DisplayUnit("1e-6", factor: 1e-6),
            .digits(4), from: publishedLight
        ) { $0 }
        Quantity(
            "muonium/derived/vector", "limit on a vector at 1 GeV from the Lagrangian", in: small, .digits(3),
            from: derivedVector
        ) { $0 }
        Quantity(
            "muonium/derived/scalar", "limit on a scalar at 1 GeV from the Lagrangian", in: small, .digits(3),
            from: derivedScalar
        ) { $0 }
        Quantity(
            "muonium/decay-ratio", "Γ(μ → e Z′)/Γ_μ at 100 MeV and the published limit", .digits(2), from: decayRatio
        ) { $0 }

        Claim(
            "muonium-contact",
            """
            $P<8.2\\times10^{-11}$ in 0.1\\,T means $G<\(claimed: 3.0e-3, as: "3.0\\times10^{-3}")\\,G_F$ for \
            $(V-A)\\times(V-A)$
            """,
            .asRounded(toDigits: 2), at: "abstract", of: SourceKey.willmann1999.rawValue,
            from: Claim.value("muonium-contact", facts) { $0.contact })
        derived(
            "muonium-vector", "a vector", by: "(3.6)--(3.7)", at: "(3.6)–(3.7)",
            Claim.optionalValue(
                "muonium-vector",
                Node("muonium/vector-over-published", LimitRatio(), from: derivedVector, publishedVector)
            ) { $0 },
            "The formula has one matrix element, 2g²|ψ(0)|²/|m² − (m_μ+m_e)²|, for all states and no field. "
                + "From the Lagrangian a heavy vector has 1 for the singlet and 3 for the triplet, in g²|ψ(0)|²/m², and "
                + "0.1 T switches two of the three triplet states off.")
        derived(
            "muonium-scalar", "a scalar", by: "(5.4)", at: "(5.4)",
            Claim.optionalValue(
                "muonium-scalar",
                Node(
                    "muonium/scalar-over-published", LimitRatio(), from: derivedScalar,
                    limit(.scalar, .published, FlavourMass.heavy, p))
            ) { $0 },
            "A scalar has g²|ψ(0)|²/(m² − (m_μ−m_e)²) for every state, half of what the formula has, and 0.1 T halves the "
                + "conversion.")
        Claim(
            "muonium-light", "the limit from muonium on a vector is drawn at masses that the muon can decay to as well",
            .atMost(digits: 1), at: "figure 6", of: SourceKey.dev2020.rawValue,
            from: Claim.optionalValue("muonium-light", decayRatio) { $0 },
            reading: .inference(
                """
                muonium is then the stronger of the two: $\\Gamma(\\mu\\to eZ')$ over $\\Gamma_\\mu$ at its limit at \
                100\\,MeV is at most \(claimed: 1)
                """),
            explanation: Claim.text(
                "muonium-light",
                "Below m_μ − m_e the muon decays to an electron and the boson, and its lifetime excludes "
                    + "smaller couplings than muonium. The curves of this work start there."))
    }

    private static func limit(
        _ mediator: MuoniumConversion.Mediator, _ formula: MuoniumConversion.Formula, _ mass: Double,
        _ p: PaperParameters
    ) -> Node<Estimate?> {
        Node(
            "muonium/\(mediator.rawValue)-\(formula.rawValue)-\(Int(mass * 1e3))",
            MuoniumLimit(particles: p.particles, mediator: mediator, formula: formula, mass: mass))
    }

    /// A printed formula against the Lagrangian: the publication draws its limits and prints no number.
    private static func derived(
        _ id: ResultID, _ what: String, by tex: String, at equations: String, _ values: Node<[LabelledEstimate]>,
        _ explanation: String, fileID: String = #fileID, line: Int = #line
    ) -> Claim {
        Claim(
            id, "muonium limits the coupling of \(what) by \(tex)", .withinFactor(1.01), at: "equations \(equations)",
            of: SourceKey.dev2020.rawValue, from: values,
            reading: .reading(
                """
                the limit from the Lagrangian, state by state in 0.1\\,T, over the formula's, at 1\\,GeV, to \
                \(claimed: 1)\\,\\%
                """),
            explanation: Claim.text("\(id)", explanation), fileID: fileID, line: line)
    }
}
