import Computing
import NumericalMethods
import Reference

/// What can be asked of every bound.
package protocol LimitQuestion: Codable, Hashable, Sendable {
    associatedtype Answer: Codable & Hashable & Sendable

    func answer<B: Bound>(_ bound: B, _ inputs: ParticleInputs) throws -> Answer
}

/// Its curve.
package struct CurveQuestion: LimitQuestion {
    /// GeV; nil takes the ends and corners of the bound alone.
    var masses: [Double]?

    package init(masses: [Double]? = nil) { self.masses = masses }

    package func answer<B: Bound>(_ bound: B, _ inputs: ParticleInputs) throws -> [LimitSegment] {
        try bound.curve(masses: masses ?? [bound.validity.lowerBound, bound.validity.upperBound], inputs: inputs)
    }
}

/// Every range of couplings that it excludes at one mass (GeV).
package struct MassQuestion: LimitQuestion {
    var mass: Double

    package init(mass: Double) { self.mass = mass }

    package func answer<B: Bound>(_ bound: B, _ inputs: ParticleInputs) throws -> [ExcludedCouplings] {
        try bound.evaluator(inputs: inputs).excludedCouplings(atMass: mass)
    }
}

/// The coupling above which all are excluded at one mass (GeV); nil where the curve has ended.
package struct CouplingQuestion: LimitQuestion {
    var mass: Double

    package init(mass: Double) { self.mass = mass }

    package func answer<B: Bound>(_ bound: B, _ inputs: ParticleInputs) throws -> Estimate? {
        try bound.coupling(atMass: mass, inputs: inputs)
    }
}

/// A question to one bound that the others' closed regions are part of.
package protocol JointQuestion: Codable, Hashable, Sendable {
    associatedtype Answer: Codable & Hashable & Sendable

    /// - Parameter regions: all closed regions that count, with those of this bound.
    func answer<B: Bound>(_ bound: B, beside regions: [LimitSegment], _ inputs: ParticleInputs) throws -> Answer
}

/// A joint question to a bound that is computed.
package struct JointlyAsked<Question: JointQuestion, B: Bound>: Computation {
    var particles: ParticleInputs
    var bound: B
    var question: Question

    package init(particles: ParticleInputs, bound: B, question: Question) {
        self.particles = particles
        self.bound = bound
        self.question = question
    }

    package func compute(_ regions: [LimitSegment]) throws -> Question.Answer {
        try question.answer(bound, beside: regions, particles)
    }
}

/// A question to a bound that is computed. Its key has the bound, the question and the particles alone: an edited label
/// computes nothing.
package struct Asked<Question: LimitQuestion, B: Bound>: Computation {
    var particles: ParticleInputs
    var bound: B
    var question: Question

    package init(particles: ParticleInputs, bound: B, question: Question) {
        self.particles = particles
        self.bound = bound
        self.question = question
    }

    package func compute(_ input: ()) throws -> Question.Answer { try question.answer(bound, particles) }
}
