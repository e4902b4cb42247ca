extension ElasticExchange {
    /// The traces of ``ElasticExchange``, with a = m_e and b = m_μ, p and l the incoming muon and electron, primes on the
    /// outgoing ones: K = p·l = p′·l′ and C = p·l′ = p′·l.
    ///
    /// J are the currents along each lepton's line, V and S the vector and the scalar that join an incoming muon to
    /// an incoming electron.
    @usableFromInline
    struct Invariants {
        @usableFromInline let electron: Double
        @usableFromInline let muon: Double
        @usableFromInline let t: Double
        @usableFromInline let direct: Double
        @usableFromInline let crossed: Double

        @usableFromInline
        init(_ exchange: ElasticExchange, s: Double, t: Double) {
            electron = exchange.electronMass
            muon = exchange.muonMass
            self.t = t
            let masses = muon * muon + electron * electron
            direct = 0.5 * (s - masses)
            crossed = 0.5 * (s - masses + t)
        }

        @usableFromInline var masses: Double { muon * muon + electron * electron }
        @usableFromInline var product: Double { electron * muon }
        /// s − u.
        @usableFromInline var difference: Double { 2 * (direct + crossed) }

        /// ¼ Σ|J·J|² = 2[(s − Σ)² + (u − Σ)² + 2tΣ].
        @usableFromInline var currents: Double { 8 * (direct * direct + crossed * crossed) + 4 * t * masses }

        /// Σ (J·J)(S S)*.
        @usableFromInline var scalarInterference: Double {
            let reduced = direct - product
            return 16 * (reduced * reduced + product * (crossed - product)) + 4 * masses * t
        }

        /// Σ (J·J)(V·V)*.
        @usableFromInline var vectorInterference: Double {
            -32 * (crossed * crossed + product * (direct + crossed)) - 8 * masses * t
        }

        /// ¼ Σ|S S|².
        @usableFromInline var scalarSquare: Double {
            let reduced = direct - product
            return 4 * reduced * reduced
        }

        /// ¼ Σ|V·V|².
        @usableFromInline var vectorSquare: Double {
            8 * (muonOverlap * electronOverlap + crossed * crossed + 2 * product * (direct + product))
        }

        /// ¼ Σ (V·V)(S S)*.
        @usableFromInline var vectorScalar: Double {
            4 * (electron * electron * muonOverlap + muon * muon * electronOverlap - 2 * product * crossed)
        }

        /// p·p′ and l·l′.
        private var muonOverlap: Double { muon * muon - 0.5 * t }
        private var electronOverlap: Double { electron * electron - 0.5 * t }
    }
}
