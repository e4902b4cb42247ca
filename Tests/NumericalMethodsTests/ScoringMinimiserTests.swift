import Foundation
import Testing

@testable import NumericalMethods

@Suite struct ScoringMinimiserTests {
    /// χ² of residuals that depend on parameters.
    private func point(_ residuals: [Double], _ jacobian: [[Double]]) -> ScoringMinimiser.Point {
        let order = jacobian.first?.count ?? 0
        var gradient = [Double](repeating: 0, count: order)
        var information = SymmetricMatrix(order: order)
        for (residual, row) in zip(residuals, jacobian) {
            for index in row.indices { gradient[index] += residual * row[index] }
            information.addSquare(of: row, weight: 1)
        }
        return .init(value: residuals.reduce(0) { $0 + $1 * $1 }, gradient: gradient, information: information)
    }

    @Test func aStraightLineIsFittedInOneStepWithItsCovariance() throws {
        let data: [(x: Double, y: Double)] = [(0, 1.1), (1, 2.9), (2, 5.2), (3, 6.8)]
        let minimum = try ScoringMinimiser().minimise(from: [0, 0]) { p in
            point(data.map { p[0] + p[1] * $0.x - $0.y }, data.map { [1, $0.x] })
        }
        // Normal equations by hand: sums of 1, x, x² are 4, 6, 14; of y, xy 16, 33.7; the determinant is 20.
        #expect(abs(minimum.parameters[0] - (14 * 16 - 6 * 33.7) / 20) < 1e-12)
        #expect(abs(minimum.parameters[1] - (4 * 33.7 - 6 * 16) / 20) < 1e-12)
        #expect(abs(minimum.covariance[0, 1] + 6.0 / 20) < 1e-13 && abs(minimum.covariance[1, 1] - 4.0 / 20) < 1e-13)
        #expect(minimum.evaluations == 2)
    }

    @Test func aCurvedValleyIsFollowedByDampedSteps() throws {
        // Rosenbrock's residuals 10(y − x²) and 1 − x from the usual start, where full steps overshoot.
        let minimum = try ScoringMinimiser(tolerance: 1e-20).minimise(from: [-1.2, 1]) { p in
            point([10 * (p[1] - p[0] * p[0]), 1 - p[0]], [[-20 * p[0], 10], [-1, 0]])
        }
        #expect(abs(minimum.parameters[0] - 1) < 1e-9 && abs(minimum.parameters[1] - 1) < 1e-9)
        #expect(minimum.evaluations > 3)
    }

    @Test func stepsOutOfTheDomainAreShortened() throws {
        // ln x has its zero at 1; Newton's step from 8 leads to a negative x.
        let minimum = try ScoringMinimiser().minimise(from: [8]) { p in
            p[0] > 0 ? point([log(p[0])], [[1 / p[0]]]) : nil
        }
        #expect(abs(minimum.parameters[0] - 1) < 1e-4)
    }

    @Test func aSearchThatEndsTooEarlySaysHowFarItGot() {
        let few = ScoringMinimiser(tolerance: 1e-20, maximumEvaluations: 3)
        #expect {
            try few.minimise(from: [-1.2, 1], task: "the valley") { p in
                point([10 * (p[1] - p[0] * p[0]), 1 - p[0]], [[-20 * p[0], 10], [-1, 0]])
            }
        } throws: { error in
            guard case NumericalError.notConverged(task: "the valley", reached: let reached, _, effort: 3) = error
            else { return false }
            return reached > 1e-3
        }
    }

    @Test func aParameterThatDoesNothingIsRefused() {
        #expect(throws: NumericalError.self) {
            try ScoringMinimiser().minimise(from: [1, 1]) { p in point([p[0] - 2], [[1, 0]]) }
        }
    }

    @Test func aStartOutsideTheDomainIsRefused() {
        #expect(throws: NumericalError.notFinite(task: "the fit", argument: -3)) {
            try ScoringMinimiser().minimise(from: [-3]) { _ in nil }
        }
    }
}
