import Amplitudes
import FormFactorPhysics
import Kinematics
import NumericalMethods
import Reference

/// The rate of μ e → μ e with one new boson, over that of the photon alone.
///
/// For every model the ratio is 1 + x F(T) + y G(T): F and G do not know the coupling, x and y do not know T.
public struct ElasticSignal: Sendable {
    public let model: ElasticModel
    /// GeV.
    public let mass: Double
    public let rate: ElasticRate
    public let beam: BeamCharge
    public let form: ElasticForm
    private let exchange: ElasticExchange
    private let s: Double
    private let photon: MuonElectronElastic
    private let formFactors: LmuLtauFormFactors?

    /// - Parameters:
    ///   - mass: of the boson, above 0; zero too where it is exchanged at tree level without turning muons into electrons.
    ///   - beam: MUonE's is μ⁺.
    /// - Throws: ``ElasticError``, ``FormFactorError``.
    public init(
        _ model: ElasticModel, mass: Double, rate: ElasticRate, beam: BeamCharge = .positive,
        form: ElasticForm = .lagrangian
    ) throws {
        guard mass >= 0, mass.isFinite, mass > 0 || model.allowsMassless else {
            throw ElasticError.badMass(mass: mass, model: model.name)
        }
        self.model = model
        self.mass = mass
        self.rate = rate
        self.beam = beam
        self.form = form
        let inputs = rate.inputs
        exchange = ElasticExchange(
            muonMass: inputs.muonMass, electronMass: inputs.electronMass, fineStructure: inputs.fineStructure)
        photon = MuonElectronElastic(
            muonMass: inputs.muonMass, electronMass: inputs.electronMass, fineStructure: inputs.fineStructure)
        formFactors = model == .lmuLtau ? try LmuLtauFormFactors(mass: mass, inputs: inputs) : nil
        s = rate.kinematics.centreOfMassEnergySquared
        // The crossed propagator's pole lies at u = m²; u is largest at the largest recoil.
        let lightest =
            (inputs.muonMass - inputs.electronMass) * (inputs.muonMass + inputs.electronMass) / s.squareRoot()
        if beam == .negative, isFlavourChanging, mass <= lightest {
            throw ElasticError.poleInRange(mass: mass, below: lightest)
        }
    }

    private var isFlavourChanging: Bool {
        switch model {
        case .vectorFlavour, .scalarFlavour: true
        case .vector, .lmuLtau, .scalar: false
        }
    }

    /// F and G of the ratio.
    public struct Shape: Hashable, Sendable {
        public var linear: Double
        public var quadratic: Double
        /// Bounds on what the form factors' errors do to them; zero at tree level.
        public var linearError = 0.0
        public var quadraticError = 0.0

        /// F and G with their errors, what their traces round by included.
        public var linearEstimate: Estimate {
            Estimate.closedForm(linear, operations: 128).widened(by: .exact(linearError, as: .bound))
        }
        public var quadraticEstimate: Estimate {
            Estimate.closedForm(quadratic, operations: 128).widened(by: .exact(quadraticError, as: .bound))
        }
    }

    /// F and G at recoil T (GeV).
    ///
    /// - Throws: what the form factors throw.
    public func shape(recoil: Double) throws -> Shape {
        let t = rate.momentumTransferSquared(recoil: recoil)
        if let formFactors { return try dressedShape(formFactors, t: t) }
        let massSquared = mass * mass
        let norm = 1 / photon.squaredAmplitude(s: s, t: t)
        let (terms, propagator) = exchanged(t: t, massSquared: massSquared)
        return Shape(
            linear: norm * propagator * terms.interference, quadratic: norm * propagator * propagator * terms.square)
    }

    private func exchanged(t: Double, massSquared: Double) -> (terms: ElasticExchange.Terms, propagator: Double) {
        let crossed = beam == .negative ? 1 / (crossedInvariant(t) - massSquared) : 1
        switch model {
        case .vector(let ratio):
            return (exchange.vector(s: s, t: t), ratio / (t - massSquared))
        case .scalar(let ratio):
            let terms = exchange.scalar(s: s, t: t, beam: form == .printed ? .negative : beam)
            return (terms, ratio / (t - massSquared))
        case .vectorFlavour:
            let gap = (rate.inputs.muonMass - rate.inputs.electronMass) / mass
            var terms = exchange.flavourVector(
                s: s, t: t, beam: beam, longitudinal: form == .printed ? 0 : gap * gap)
            if form == .printed { terms.interference = -terms.interference }
            return (terms, crossed)
        case .scalarFlavour: return (exchange.flavourScalar(s: s, t: t, beam: beam), crossed)
        case .lmuLtau: return (ElasticExchange.Terms(interference: 0, square: 0), 0)
        }
    }

    /// The muon's vertex e[(1 + g²a)γ^α + g²b iσ^{αβ}q_β/2m_μ].
    private func dressedShape(_ formFactors: LmuLtauFormFactors, t: Double) throws -> Shape {
        let unit = LmuLtauFormFactors.unit
        let (f1, f2, mixing) = try (formFactors.f1(q2: t), formFactors.f2(q2: t), formFactors.mixing(q2: t))
        let a = unit * (f1.value + mixing.value)
        let b = unit * f2.value
        var vertex = exchange.dressedVertex(s: s, t: t)
        if form == .printed { vertex.mixed = -vertex.mixed }
        let (aError, bError) = (unit * (f1.error + mixing.error), unit * f2.error)
        let (mixed, magnetic) = (vertex.mixed.magnitude, vertex.magnetic.magnitude)
        return Shape(
            linear: 2 * a + vertex.mixed * b, quadratic: a * a + vertex.mixed * a * b + vertex.magnetic * b * b,
            linearError: 2 * aError + mixed * bError,
            quadraticError: (2 * a.magnitude + mixed * b.magnitude) * aError
                + (mixed * a.magnitude + 2 * magnetic * b.magnitude) * bError)
    }

    /// x and y of the ratio at a coupling.
    public func weights(coupling: Double) -> Shape {
        let product = coupling * coupling
        guard isFlavourChanging, beam == .positive else {
            return Shape(linear: product, quadratic: product * product)
        }
        // g²/(s − m² + imΓ): the same at every recoil.
        let distance = s - mass * mass
        let absorptive = mass * Self.width(mass: mass, coupling: coupling)
        let denominator = distance * distance + absorptive * absorptive
        return Shape(linear: product * distance / denominator, quadratic: product * product / denominator)
    }

    /// dσ/dT over dσ₀/dT at recoil T (GeV).
    ///
    /// - Throws: ``ElasticError/recoilOutOfRange(recoil:maximum:)``, ``ElasticError/badCoupling(_:)``.
    public func rateRatio(recoil: Double, coupling: Double) throws -> Double {
        guard recoil > 0, recoil <= rate.maximumRecoil * (1 + 0x1p-48) else {
            throw ElasticError.recoilOutOfRange(recoil: recoil, maximum: rate.maximumRecoil)
        }
        guard coupling >= 0, coupling.isFinite else { throw ElasticError.badCoupling(coupling) }
        let (shape, weights) = (try shape(recoil: recoil), weights(coupling: coupling))
        return 1 + weights.linear * shape.linear + weights.quadratic * shape.quadratic
    }

    /// The width g²m/8π that Dev et al. give to both flavour-changing bosons, GeV.
    public static func width(mass: Double, coupling: Double) -> Double {
        coupling * coupling * mass / (8 * .pi)
    }

    private func crossedInvariant(_ t: Double) -> Double {
        let (e, m) = (rate.inputs.electronMass, rate.inputs.muonMass)
        return 2 * (e * e + m * m) - s - t
    }
}
