/// The charge of the beam muon. What is exchanged beside the photon tells μ⁺ from μ⁻ already at tree level.
public enum BeamCharge: String, Codable, Sendable, CaseIterable {
    case positive
    case negative

    /// +1 or −1.
    public var sign: Double { self == .positive ? 1 : -1 }
}

/// μ e → μ e by one photon and one new boson at tree level, or with a dressed muon vertex, with all masses: hand-contracted traces.
///
/// The new amplitude is a constant c times a propagator P that may be complex. What is added to the photon's |M|² is
/// `interference` · Re(cP) + `square` · |cP|², each averaged over initial and summed over final spins (``Terms``).
/// Couplings are those of L = g X_α f̄γ^αf or y φ f̄f; the photon's is e A_α l̄γ^αl for both leptons.
public struct ElasticExchange: Hashable, Sendable {
    public let muonMass: Double
    public let electronMass: Double
    public let fineStructure: Double

    public init(muonMass: Double, electronMass: Double, fineStructure: Double) {
        self.muonMass = muonMass
        self.electronMass = electronMass
        self.fineStructure = fineStructure
    }

    /// What a new boson adds, without its couplings and its propagator.
    public struct Terms: Hashable, Sendable {
        /// With the photon, in GeV².
        public var interference: Double
        /// In GeV⁴.
        public var square: Double

        public init(interference: Double, square: Double) {
            self.interference = interference
            self.square = square
        }
    }

    /// The propagators' signs are those of c/(q² − m²) throughout.
    ///
    /// A vector in the t-channel, cP = g_e g_μ/(t − m²). Its q_μq_ν part vanishes, as both currents are conserved; the
    /// charge of the beam does not matter.
    @inlinable
    public func vector(s: Double, t: Double) -> Terms {
        let invariants = Invariants(self, s: s, t: t)
        return Terms(
            interference: 2 * chargeSquared * invariants.currents / t, square: invariants.currents)
    }

    /// A scalar in the t-channel, cP = y_e y_μ/(t − m²). Equal charges and equal couplings: the photon repels, the
    /// scalar attracts.
    @inlinable
    public func scalar(s: Double, t: Double, beam: BeamCharge) -> Terms {
        let invariants = Invariants(self, s: s, t: t)
        let masses = electronMass * muonMass
        return Terms(
            interference: 8 * beam.sign * chargeSquared * masses * invariants.difference / t,
            square: (4 * electronMass * electronMass - t) * (4 * muonMass * muonMass - t))
    }

    /// A vector that turns μ into e, cP = g²/(s − m² + imΓ) for μ⁺ and g²/(u − m²) for μ⁻.
    ///
    /// - Parameter longitudinal: (m_μ − m_e)²/m², the weight of the q_μq_ν part of the propagator; zero leaves it out.
    @inlinable
    public func flavourVector(s: Double, t: Double, beam: BeamCharge, longitudinal: Double) -> Terms {
        let invariants = crossed(s: s, t: t, beam: beam)
        let interference = invariants.vectorInterference - longitudinal * invariants.scalarInterference
        let square =
            invariants.vectorSquare
            + longitudinal * (longitudinal * invariants.scalarSquare - 2 * invariants.vectorScalar)
        return Terms(interference: -0.5 * chargeSquared * interference / t, square: square)
    }

    /// A scalar that turns μ into e, cP = y²/(s − m² + imΓ) for μ⁺ and y²/(u − m²) for μ⁻.
    @inlinable
    public func flavourScalar(s: Double, t: Double, beam: BeamCharge) -> Terms {
        let invariants = crossed(s: s, t: t, beam: beam)
        return Terms(
            interference: 0.5 * chargeSquared * invariants.scalarInterference / t, square: invariants.scalarSquare)
    }

    /// The parts of |M|² over the photon's for the muon vertex e[(1 + a)γ^α + b iσ^{αβ}q_β/2m_μ], q = p′ − p.
    ///
    /// |M|²/|M_γ|² = (1 + a)² + `mixed` (1 + a) b + `magnetic` b².
    public struct VertexTerms: Hashable, Sendable {
        public var mixed: Double
        public var magnetic: Double

        public init(mixed: Double, magnetic: Double) {
            self.mixed = mixed
            self.magnetic = magnetic
        }
    }

    /// The same for both charges of the beam.
    @inlinable
    public func dressedVertex(s: Double, t: Double) -> VertexTerms {
        let invariants = Invariants(self, s: s, t: t)
        let muon = muonMass * muonMass
        let difference = invariants.difference
        let dipole = 0.5 * (difference * difference + t * (4 * muon - t))
        // currents − 2 · dipole, without its cancellation.
        let mixed = 2 * t * (t + 2 * electronMass * electronMass)
        return VertexTerms(
            mixed: 2 * mixed / invariants.currents,
            magnetic: (mixed - dipole * t / (2 * muon)) / invariants.currents)
    }

    @usableFromInline var chargeSquared: Double { 4 * Double.pi * fineStructure }

    /// The exchange of s and u turns the beam's charge.
    @usableFromInline
    func crossed(s: Double, t: Double, beam: BeamCharge) -> Invariants {
        let masses = muonMass * muonMass + electronMass * electronMass
        return Invariants(self, s: beam == .positive ? s : 2 * masses - s - t, t: t)
    }
}
