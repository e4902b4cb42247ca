import Amplitudes
import ComplexModule
import Kinematics

/// The processes of ``ElasticExchange`` from explicit Dirac spinors, spin by spin: independent of the traces, and slower.
package struct ElasticExchangeSpinors: Sendable {
    package let muonMass: Double
    package let electronMass: Double
    package let fineStructure: Double
    package let beam: BeamCharge

    /// What stands beside the photon.
    package enum Exchange: Sendable {
        case none
        /// g_e, g_μ.
        case vector(electron: Double, muon: Double)
        /// y_e, y_μ.
        case scalar(electron: Double, muon: Double)
        case flavourVector(coupling: Double)
        case flavourScalar(coupling: Double)
        /// The muon's vertex e[(1 + a)γ^α + b iσ^{αβ}q_β/2m_μ].
        case vertex(charge: Double, magnetic: Double)
    }

    package init(muonMass: Double, electronMass: Double, fineStructure: Double, beam: BeamCharge) {
        self.muonMass = muonMass
        self.electronMass = electronMass
        self.fineStructure = fineStructure
        self.beam = beam
    }

    /// |M|², averaged over initial and summed over final spins.
    ///
    /// - Parameters:
    ///   - incoming: muon, electron; `outgoing` likewise; on their mass shells, conserving momentum.
    ///   - mass: of the new boson, GeV; with a `width` (GeV) in the s-channel.
    package func squaredAmplitude(
        incoming: (muon: FourVector, electron: FourVector), outgoing: (muon: FourVector, electron: FourVector),
        exchange: Exchange, mass: Double, width: Double = 0
    ) -> Double {
        let positive = beam == .positive
        let spins = [true, false]
        func muon(_ p: FourVector, _ up: Bool) -> DiracSpinor {
            positive
                ? DiracSpinor(antiparticle: p, mass: muonMass, up: up)
                : DiracSpinor(particle: p, mass: muonMass, up: up)
        }
        // Along the fermion line: for μ⁺ it starts at the outgoing muon.
        let starts = spins.map { muon(positive ? outgoing.muon : incoming.muon, $0) }
        let ends = spins.map { muon(positive ? incoming.muon : outgoing.muon, $0) }
        let electrons = spins.map { DiracSpinor(particle: incoming.electron, mass: electronMass, up: $0) }
        let finals = spins.map { DiracSpinor(particle: outgoing.electron, mass: electronMass, up: $0) }
        let start = positive ? -1 * outgoing.muon : incoming.muon
        let end = positive ? -1 * incoming.muon : outgoing.muon
        let transfer = end - start
        let t = transfer.square
        // What runs from the muon's line to the electron's in the flavour-changing exchange.
        let flow = outgoing.electron - start
        let pole = Complex(flow.square - mass * mass, mass * width)
        let charge = 4 * Double.pi * fineStructure
        var total = 0.0
        for electron in electrons {
            for final in finals {
                let electronCurrent = final.current(electron)
                let electronScalar = final.bar(electron)
                for first in starts {
                    for last in ends {
                        let along = electronCurrent.dot(last.current(first))
                        var amplitude = along.multiplied(by: charge / t)
                        switch exchange {
                        case .none: break
                        case .vector(let e, let m):
                            amplitude += along.multiplied(by: e * m / (t - mass * mass))
                        case .scalar(let e, let m):
                            let scalars = electronScalar * last.bar(first)
                            amplitude -= scalars.multiplied(by: e * m / (t - mass * mass))
                        case .flavourVector(let g):
                            // −[V·V − (q·V)(q·V)/m²]: the minus from exchanging the two final fermions.
                            let (one, two) = (final.current(first), last.current(electron))
                            let q = ComplexVector(flow)
                            let longitudinal = (q.dot(one) * q.dot(two)).multiplied(by: 1 / (mass * mass))
                            amplitude -= (one.dot(two) - longitudinal).multiplied(by: g * g) / pole
                        case .flavourScalar(let y):
                            amplitude += (final.bar(first) * last.bar(electron)).multiplied(by: y * y) / pole
                        case .vertex(let a, let b):
                            // iσ^{αβ}q_β = −½[γ^α, q̸] = −½(γ^α q̸ − q̸ γ^α), contracted with the electron's current.
                            let q = ComplexVector(transfer)
                            let commutator =
                                last.bar(first.slashed(q).slashed(electronCurrent))
                                - last.bar(first.slashed(electronCurrent).slashed(q))
                            amplitude += along.multiplied(by: a * charge / t)
                            amplitude -= commutator.multiplied(by: 0.5 * b * charge / (2 * muonMass * t))
                        }
                        total += amplitude.lengthSquared
                    }
                }
            }
        }
        return 0.25 * total
    }
}

extension ComplexVector {
    /// The product with metric (+, −, −, −), without conjugation.
    func dot(_ other: ComplexVector) -> Complex<Double> {
        energy * other.energy - x * other.x - y * other.y - z * other.z
    }
}
